import { addDays, daysBetween } from "#lib/format/calendar-day.ts"

export type FreshnessPoint = {
  readonly day: string
  /** Days between this day and the newest that was complete at its end; null before the first delivery. */
  readonly ageDays: number | null
  /** The age fell: something arrived for a newer day. */
  readonly isDelivery: boolean
}

/**
 * The saw of a source: its age at the end of each of the last days, oldest first; of today, its age by now. A day on which somebody looked
 * says how far the source was complete; for the others the days that it has readings of decide.
 */
export function freshnessSeries({
  readingDays,
  noted,
  today,
  days,
  lagHours,
}: {
  readingDays: readonly string[]
  /** How far it was complete, by the day on which that was looked at. */
  noted: ReadonlyMap<string, string | null>
  today: string
  days: number
  /** How old it is now: the last day is not over, and its age is that of this hour. */
  lagHours: number | null
}): FreshnessPoint[] {
  const sorted = [...new Set(readingDays)].filter((day) => day <= today).sort()
  let before: string | null = null
  const points: FreshnessPoint[] = []
  for (let back = days; back >= 0; back--) {
    const day = addDays(today, -back)
    const complete: string | null = noted.get(day) ?? sorted.findLast((one) => one <= day) ?? null
    if (back < days)
      points.push({
        day,
        ageDays:
          back === 0 ? ageNow(lagHours) : complete === null ? null : Math.max(0, daysBetween(complete, day)),
        isDelivery: complete !== null && before !== null ? complete > before : complete !== null,
      })
    before = complete
  }
  return points
}

const ageNow = (lagHours: number | null): number | null => (lagHours === null ? null : lagHours / 24)

export type FreshnessFinding = { readonly late: number; readonly known: number; readonly longestDays: number }

/** On how many days the source was older than promised, of those on which its age is known. Pure counting. */
export function freshnessFinding(
  points: readonly FreshnessPoint[],
  promiseHours: number | null,
): FreshnessFinding {
  const ages = points.flatMap(({ ageDays }) => (ageDays === null ? [] : [ageDays]))
  return {
    late: promiseHours === null ? 0 : ages.filter((age) => age * 24 > promiseHours).length,
    known: ages.length,
    longestDays: Math.floor(Math.max(0, ...ages)),
  }
}
