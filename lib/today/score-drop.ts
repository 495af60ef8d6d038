import type { TrendWord } from "#lib/health/trend.ts"
import { isMoreThanRounding } from "./more-than-rounding.ts"

/**
 * Points that a score has fallen since last week, when the fall is no noise: the newest score lies below the account's
 * usual range (`healthTrend` says "down") and more than rounding below the score of a week before. Null otherwise, also when either score
 * is unknown.
 */
export function scoreDrop({
  trend,
  value,
  weekAgo,
}: {
  readonly trend: TrendWord | null
  readonly value: number | null
  readonly weekAgo: number | null
}): number | null {
  if (trend !== "down" || value === null || weekAgo === null || value >= weekAgo) return null
  return isMoreThanRounding(weekAgo - value) ? weekAgo - value : null
}
