import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { isTrusted, type SourceStanding } from "#lib/quality/source-standing.ts"
import { trouble } from "#lib/quality/trust-answer.ts"

const mostNamed = 2

/** How fresh the figures are, in one line: all sources on time, or those that are not, the latest first, by name. */
export function freshnessWords(
  sources: readonly { readonly name: string; readonly standing: SourceStanding }[],
): string {
  const told = sources.filter(({ standing }) => standing.state !== "silent")
  if (told.length === 0) return "No source has told anything yet."
  const spoilt = told
    .filter(({ standing }) => !isTrusted(standing))
    .toSorted((a, b) => b.standing.lateHours - a.standing.lateHours)
  if (spoilt.length === 0)
    return told.length === 1
      ? "The one source is on time."
      : `All ${formatNumber(told.length)} sources are on time.`
  const named = spoilt.slice(0, mostNamed).map(({ name, standing }) => `${name} ${trouble(standing)}`)
  const rest = spoilt.length - named.length
  const more = rest > 0 ? `, and ${formatNumber(rest)} more` : ""
  const onTime = told.length - spoilt.length
  const others = onTime > 0 ? ` ${formatCount(onTime, "other source is", "other sources are")} on time.` : ""
  return `${named.join(", ")}${more}.${others}`
}
