import { dateTimeFormat } from "#lib/format/formatters.ts"

/** Whether the engine knows a time zone such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

/**
 * The instant at which a wall clock in a time zone shows what `asUtc` would show in UTC. Of an hour that a clock
 * change repeats it is one of the two; an hour that it skips moves on by the change.
 */
export function instantOfWallClock(asUtc: number, timeZone: string): Date {
  let instant = asUtc
  // Two rounds settle the offset, also when the first guess lies on the other side of a clock change.
  for (let round = 0; round < 2; round += 1) instant = asUtc - offsetMs(instant, timeZone)
  return new Date(instant)
}

/** The calendar day on which an instant falls in a time zone. */
export const dayInZone = (instant: Date, timeZone: string): string =>
  new Date(instant.getTime() + offsetMs(instant.getTime(), timeZone)).toISOString().slice(0, 10)

const formatOf = (timeZone: string): Intl.DateTimeFormat =>
  dateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  })

/** How far the wall clock of a zone is ahead of UTC at an instant, in milliseconds. */
function offsetMs(instant: number, timeZone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) part[type] = Number(value)
  const wall = Date.UTC(
    part.year ?? 1970,
    (part.month ?? 1) - 1,
    part.day ?? 1,
    part.hour ?? 0,
    part.minute ?? 0,
    part.second ?? 0,
  )
  return wall - Math.floor(instant / 1000) * 1000
}
