import { addDays, utcMidnight } from "#lib/format/calendar-day.ts"

/**
 * Weeks of ISO 8601: they begin on Monday, and week 1 is the one with the year's first Thursday. A year has 52 of
 * them, or 53 when it begins on a Thursday or, being a leap year, on a Wednesday. Days are `YYYY-MM-DD`.
 */
export function mondayOf(day: string): string {
  const weekday = utcMidnight(day).getUTCDay()
  return addDays(day, weekday === 0 ? -6 : 1 - weekday)
}

/** The Monday of a week; null for a week that its year does not have. */
export function weekStart(year: number, week: number): string | null {
  const monday = addDays(mondayOf(`${year}-01-04`), (week - 1) * 7)
  const found = isoWeek(monday)
  return week >= 1 && found.year === year ? monday : null
}

/** The week that a day is in; around New Year its year is not always the day's own. */
export function isoWeek(day: string): { readonly year: number; readonly week: number } {
  const thursday = addDays(mondayOf(day), 3)
  const year = Number(thursday.slice(0, 4))
  const first = mondayOf(`${year}-01-04`)
  const days = (utcMidnight(thursday).getTime() - utcMidnight(first).getTime()) / 86_400_000
  return { year, week: Math.floor(days / 7) + 1 }
}
