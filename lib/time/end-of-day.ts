import { addDays, utcMidnight } from "#lib/format/calendar-day.ts"

/**
 * The instant at which a calendar day (`YYYY-MM-DD`) ends in a time zone: midnight there at the start of the next
 * day, or the first instant of that day where a clock change skips midnight.
 */
export function endOfDay(day: string, timeZone: string): Date {
  const next = addDays(day, 1)
  const wallClock = utcMidnight(next).getTime()
  let instant = wallClock
  // Two rounds settle the offset, also when the first guess lies on the other side of a clock change.
  for (let round = 0; round < 2; round++) instant = wallClock - offsetMs(new Date(instant), timeZone)
  return new Date(instant)
}

/** How far the wall clock of a zone is ahead of UTC at an instant, in milliseconds. */
function offsetMs(instant: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  })
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant.getTime() / 1000) * 1000
}
