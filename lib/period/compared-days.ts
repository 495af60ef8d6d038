import { addDays, daysBetween } from "#lib/format/calendar-day.ts"
import { isoWeek, weekStart } from "./iso-week.ts"
import type { Comparison, Days, Period } from "./schema.ts"
import { monthStart, quarterStart, shiftMonths } from "./shift-months.ts"

const yearOfWeeks = 364

/**
 * The days that a period is compared with; null for no comparison.
 *
 * The one before: as many days that end where it begins; for a quarter, month or week that is not over, the same part
 * of the one before, which ends with it where it is shorter. A year earlier: weeks by their number (week 53 of a year
 * without one is its last, 52), months and quarters by the calendar, anything else 364 days earlier, on the same weekdays.
 */
export function comparedDays(period: Period, comparison: Comparison | undefined): Days | null {
  if (comparison === undefined || comparison === "none") return null
  return comparison === "prev" ? before(period) : yearBefore(period)
}

function before({ step, from, to }: Period): Days {
  const length = daysBetween(from, to)
  switch (step) {
    case "week":
      return { from: addDays(from, -7), to: addDays(to, -7) }
    case "month":
      return partOf(monthStart(from, -1), from, length, isMonthEnd(to))
    case "quarter":
      return partOf(quarterStart(addDays(from, -1)), from, length, false)
    case "year":
      return { from: shiftMonths(from, -12), to: addDays(from, -1) }
    case "days":
      return { from: addDays(from, -length - 1), to: addDays(from, -1) }
  }
}

/** From the start of the one before so many days on, or to its end. */
function partOf(start: string, next: string, length: number, isWhole: boolean): Days {
  const end = addDays(next, -1)
  const same = addDays(start, length)
  return { from: start, to: isWhole || same > end ? end : same }
}

const isMonthEnd = (day: string): boolean => addDays(day, 1).endsWith("-01")

function yearBefore({ step, from, to }: Period): Days {
  if (step === "week") {
    const { year, week } = isoWeek(from)
    const start = weekStart(year - 1, week) ?? weekStart(year - 1, 52) ?? addDays(from, -yearOfWeeks)
    return { from: start, to: addDays(start, daysBetween(from, to)) }
  }
  if (step === "days") return { from: addDays(from, -yearOfWeeks), to: addDays(to, -yearOfWeeks) }
  const end = step === "month" && isMonthEnd(to) ? addDays(monthStart(to, -11), -1) : shiftMonths(to, -12)
  return { from: shiftMonths(from, -12), to: end }
}
