import { addDays } from "#lib/format/calendar-day.ts"
import { naturalLimits } from "#lib/math/xmr.ts"
import type { SignalRow } from "#lib/signals/schema.ts"
import { entryKey, type TimelineEntry } from "./schema.ts"

const enoughWeeks = 6
const smallestShare = 0.1

/**
 * Weeks in which a measure left its natural limits: mean ± 2.66 × mean moving range of the weeks before, at least six
 * of them, and at least a tenth of their mean away from it, so that a series that never moved does not cry at once. A
 * measure that stays outside is told once. The entry stands on the last day of its week; weeks count back from `today`.
 *
 * Source of the limits: lib/math/xmr.ts. The tenth is our decision.
 */
export function signalMoves(
  rows: readonly SignalRow[],
  { today, say }: { today: string; say: (value: number, unit: string) => string },
): TimelineEntry[] {
  return rows.flatMap((row) => {
    const known: number[] = []
    let wasOutside = false
    return row.recent.flatMap((value, place) => {
      if (value === null) return []
      const limits = known.length < enoughWeeks ? null : naturalLimits(known)
      known.push(value)
      const isOutside =
        limits !== null &&
        (value < limits.lower || value > limits.upper) &&
        Math.abs(value - limits.mean) >= smallestShare * Math.abs(limits.mean)
      const isNew = isOutside && !wasOutside
      wasOutside = isOutside
      if (!isNew || !limits) return []
      const weeksAgo = row.recent.length - 1 - place
      const wall = `${weeksAgo === 0 ? row.observedOn : addDays(today, -7 * weeksAgo)}T`
      const verb = value < limits.mean ? "fell" : "rose"
      return [
        {
          key: entryKey(wall, "signal", `${row.measureKey} ${row.sourceKey}`),
          wall,
          kind: "signal" as const,
          title: `${row.label} ${verb} to ${say(value, row.unit)}`,
          detail: `Usual range ${say(limits.lower, row.unit)} to ${say(limits.upper, row.unit)}, ${limits.n} weeks before.`,
          actor: row.source,
          href: "#signals",
          note: null,
        },
      ]
    })
  })
}
