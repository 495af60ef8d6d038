import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { shareWords } from "./asked-words.ts"
import type { Measurement } from "./schema.ts"
import { shareOf, verdictOf } from "./standing.ts"

/** What the history of a standard shows: "Met on 28 of 30 days, 97 % now". Days without rows are not counted. */
export function historyTitle(history: readonly Measurement[]): string {
  const said = history.filter(({ rows }) => rows > 0)
  const last = said.at(-1)
  if (!last) return "No rows to measure on these days"
  const met = said.filter((one) => verdictOf(one) === "met").length
  const now = `${shareWords(shareOf(last) ?? 0)} now`
  if (met === said.length)
    return said.length === 1 ? `Met, ${now}` : `Met on all ${formatNumber(met)} days, ${now}`
  if (met === 0) return `Met on none of ${formatCount(said.length, "day")}, ${now}`
  return `Met on ${formatNumber(met)} of ${formatCount(said.length, "day")}, ${now}`
}
