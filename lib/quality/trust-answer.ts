import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { lagWords } from "./lag-words.ts"
import { isTrusted, type SourceStanding } from "./source-standing.ts"

export type TrustQuestion = {
  readonly sources: readonly {
    readonly name: string
    readonly standing: SourceStanding
    /** What it tells of, in words: "Support". */
    readonly subjects: readonly string[]
  }[]
  readonly standards: {
    readonly measured: number
    /** The fields that fail, in words, each once; those that a late source tells of are left out. */
    readonly failing: readonly string[]
    readonly notMet: number
  }
}

const mostNamed = 3

/**
 * The sentence above the data page: which numbers can be trusted today. First what sources spoil, the worst of them
 * with its delay, then what fails its standards. What is fine is said once and counted.
 */
export function trustAnswer({ sources, standards }: TrustQuestion): string {
  if (sources.length === 0 && standards.measured === 0)
    return "Nothing to trust yet: no source has told anything."
  const spoilt = sources.filter(({ standing }) => standing.state !== "silent" && !isTrusted(standing))
  const silent = sources.filter(({ standing }) => standing.state === "silent").length
  const sentences = [
    ...(spoilt.length > 0
      ? [aboutSources(spoilt, sources.length), aboutStandards(standards)]
      : [allSourcesFine(sources.length - silent, standards)]),
    silent > 0 ? `${formatCount(silent, "source has", "sources have")} told nothing yet.` : "",
    standards.measured === 0 ? "The quality standards are not measured yet." : "",
  ]
  return sentences.filter(Boolean).join(" ")
}

function aboutSources(spoilt: TrustQuestion["sources"], all: number): string {
  const worst = spoilt.toSorted((a, b) => b.standing.lateHours - a.standing.lateHours)[0]
  if (!worst) return ""
  const subjects = [
    ...new Set(
      spoilt.flatMap((source) =>
        source.subjects.length > 0 ? source.subjects.map(inSentence) : [source.name],
      ),
    ),
  ]
  const because =
    spoilt.length === 1
      ? `${worst.name} ${trouble(worst.standing)}`
      : `${formatNumber(spoilt.length)} sources are late or failing, ${worst.name} most: it ${trouble(worst.standing)}`
  return spoilt.length === all && all > 1
    ? `Trust no measure today: ${spoilt.length === 2 ? "both" : `all ${formatNumber(all)}`} sources are late or failing, ${worst.name} most: it ${trouble(worst.standing)}.`
    : `Trust everything except ${listed(subjects)}: ${because}.`
}

function allSourcesFine(told: number, standards: TrustQuestion["standards"]): string {
  const sources = `${told === 1 ? "the one source is" : `all ${formatNumber(told)} sources are`} on time`
  if (standards.notMet > 0)
    return `Trust everything except ${listed(standards.failing.map(inSentence))}: ${notMet(standards)}${told > 0 ? `, ${sources}` : ""}.`
  const met =
    standards.measured > 0
      ? [`${formatCount(standards.measured, "quality standard is", "quality standards are")} met`]
      : []
  const reasons = [...(told > 0 ? [sources] : []), ...met]
  return reasons.length > 0 ? `Trust everything: ${reasons.join(" and ")}.` : ""
}

function aboutStandards(standards: TrustQuestion["standards"]): string {
  if (standards.notMet === 0) return ""
  return standards.failing.length > 0
    ? `Check ${listed(standards.failing.map(inSentence))} as well: ${notMet(standards)}.`
    : `${notMet(standards).replace(/^./, (letter) => letter.toUpperCase())}, for what late sources tell.`
}

const notMet = ({ notMet: count, measured }: TrustQuestion["standards"]): string =>
  `${formatNumber(count)} of ${formatCount(measured, "quality standard")} ${count === 1 ? "is" : "are"} not met`

/** What is wrong with a source, after its name. */
export function trouble({ state, lagHours, lateHours }: SourceStanding): string {
  if (lagHours === null) return state === "failing" ? "has told nothing and fails" : "has told nothing yet"
  const late = lateHours > 0 ? `is ${lagWords(lateHours)} late` : ""
  if (state !== "failing") return late || "is on time"
  return late ? `${late} and fails` : "fails"
}

function listed(words: readonly string[]): string {
  const named = words.length > mostNamed ? words.slice(0, mostNamed - 1) : words
  const rest = words.length - named.length
  const all = rest > 0 ? [...named, `${formatNumber(rest)} more`] : named
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`
}

/** A label inside a sentence: "Licence use" is "licence use", "NPS" stays. */
export const inSentence = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
