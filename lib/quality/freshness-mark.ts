import { formatNumber, noBreak } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { lagWords } from "./lag-words.ts"
import { isTrusted, type SourceStanding, type SourceState } from "./source-standing.ts"

export type FreshnessMark = {
  /** The worst state among the sources that have told something; null when none has. */
  readonly state: SourceState | null
  readonly words: string
}

/**
 * The few words in the bar above every page: whether its sources are on time. One source that is not is named with
 * its delay, several are counted. Sources that have told nothing yet spoil no number and are left out.
 */
export function freshnessMark(
  sources: readonly { readonly name: string; readonly standing: SourceStanding }[],
): FreshnessMark {
  const told = sources.filter(({ standing }) => standing.state !== "silent")
  const spoilt = told
    .filter(({ standing }) => !isTrusted(standing))
    .toSorted((a, b) => severity(b.standing) - severity(a.standing))
  const [worst] = spoilt
  if (told.length === 0) return { state: null, words: "No source has told anything" }
  if (!worst)
    return told.some(({ standing }) => standing.state === "on_time")
      ? { state: "on_time", words: told.length === 1 ? "Source on time" : "All sources on time" }
      : { state: "no_promise", words: "No source has a promise" }
  const { state } = worst.standing
  return { state, words: spoilt.length === 1 ? oneSource(worst) : severalSources(spoilt, told.length) }
}

/** A failure is worse than any delay; else the longer delay. */
const severity = ({ state, lateHours }: SourceStanding): number =>
  state === "failing" ? Number.POSITIVE_INFINITY : lateHours

const oneSource = ({ name, standing }: { name: string; standing: SourceStanding }): string =>
  standing.state === "failing" ? `${name} fails` : `${name} late ${lagWords(standing.lateHours)}`

function severalSources(spoilt: readonly { readonly standing: SourceStanding }[], all: number): string {
  const failing = spoilt.filter(({ standing }) => standing.state === "failing").length
  const counted = `${formatNumber(spoilt.length)}${noBreak}of ${formatCount(all, "source")}`
  if (failing === 0) return `${counted} late`
  return failing === spoilt.length ? `${counted} fail` : `${counted} late or failing`
}
