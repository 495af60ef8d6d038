import { addDays, utcMidnight } from "#lib/format/calendar-day.ts"
import type { Snooze } from "./schema.ts"

/** The day on which something that is put off today comes back. On a Monday, next Monday is a week away. */
export function snoozeDay(snooze: Snooze, today: string): string {
  if (snooze === "tomorrow") return addDays(today, 1)
  if (snooze === "two_weeks") return addDays(today, 14)
  const weekday = utcMidnight(today).getUTCDay()
  return addDays(today, weekday === 0 ? 1 : 8 - weekday)
}
