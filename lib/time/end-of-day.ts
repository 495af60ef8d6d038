import { addDays, utcMidnight } from "#lib/format/calendar-day.ts"
import { instantOfWallClock } from "#lib/time/wall-clock.ts"

/**
 * The instant at which a calendar day (`YYYY-MM-DD`) ends in a time zone: midnight there at the start of the next
 * day, or the first instant of that day where a clock change skips midnight.
 */
export const endOfDay = (day: string, timeZone: string): Date =>
  instantOfWallClock(utcMidnight(addDays(day, 1)).getTime(), timeZone)
