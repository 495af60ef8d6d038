import { daysBetween } from "#lib/format/calendar-day.ts"
import { quantile } from "#lib/math/quantile.ts"

const fewestGaps = 4
const hoursPerDay = 24
const ascending = (a: number, b: number) => a - b

/**
 * How often a source tells something, in hours, guessed from the days it told about: the median of the days between
 * one and the next. Null with fewer than four such steps: too little to call it a rhythm.
 */
export function guessPromise(days: readonly string[]): number | null {
  const sorted = [...new Set(days)].sort()
  const gaps = sorted.slice(1).map((day, place) => daysBetween(sorted[place] ?? day, day))
  const usual = gaps.length < fewestGaps ? null : quantile(gaps.sort(ascending), 0.5)
  return usual === null ? null : Math.ceil(usual) * hoursPerDay
}
