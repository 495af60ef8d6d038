import { formatNumber } from "./number.ts"

/** "1 matches", "3 match"; above what was counted "more than 10,000 match". */
export function matchWords(matching: number, mostCounted = Number.POSITIVE_INFINITY): string {
  if (matching > mostCounted) return `more than ${formatNumber(mostCounted)} match`
  return `${formatNumber(matching)} ${matching === 1 ? "matches" : "match"}`
}
