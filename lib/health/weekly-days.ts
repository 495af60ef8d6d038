import { addDays } from "../format/calendar-day.ts"

export const weeksShown = 13

/** The same weekday of the last 13 weeks, the oldest first, `last` (`YYYY-MM-DD`) at the end. */
export const weeklyDays = (last: string): string[] =>
  Array.from({ length: weeksShown }, (_, place) => addDays(last, (place + 1 - weeksShown) * 7))
