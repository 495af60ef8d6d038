import { formatDay } from "#lib/format/day.ts"
import { formatSigned } from "#lib/format/number.ts"
import type { DatedScore } from "./trend.ts"

/**
 * A score against the one compared with and the one before it, in whole points, so that a fall since yesterday is told
 * also where it stands as a week ago: "as on Sun 15 Nov; 29 on Sat 21 Nov". null when there is nothing to compare.
 */
export function comparedWords({
  value,
  difference,
  since,
  previous,
  today,
}: {
  readonly value: number | null
  /** Newest score minus that of the day `since`. */
  readonly difference: number | null
  readonly since: string
  /** The newest score before this one. */
  readonly previous: DatedScore | null
  readonly today: string
}): string | null {
  if (difference === null) return null
  const day = formatDay(since, today)
  const span = difference === 0 ? `as on ${day}` : `${formatSigned(difference)} points since ${day}`
  if (!previous || previous.day <= since || previous.value === value) return span
  return `${span}; ${previous.value} on ${formatDay(previous.day, today)}`
}
