import { utcMidnight } from "#lib/format/calendar-day.ts"

/**
 * The ISO week of a calendar day, `YYYY-MM-DD`, and the year that week belongs to.
 *
 * A week starts on Monday and belongs to the year of its Thursday; week 1 holds 4 January. So 2027-01-01,
 * a Friday, lies in week 53 of 2026. Source: ISO 8601-1:2019, 3.1.1.23.
 */
export function isoWeek(day: string): { year: number; week: number } {
  const thursday = utcMidnight(day)
  const weekday = thursday.getUTCDay() || 7
  thursday.setUTCDate(thursday.getUTCDate() + 4 - weekday)
  const year = thursday.getUTCFullYear()
  const week = Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7)
  return { year, week }
}
