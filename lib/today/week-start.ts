import { addDays, utcMidnight } from "#lib/format/calendar-day.ts"

/** The Monday of the week in which a day lies. */
export const weekStart = (day: string): string => addDays(day, -((utcMidnight(day).getUTCDay() + 6) % 7))
