import { formatDay } from "#lib/format/day.ts"
import { dateTimeFormat } from "#lib/format/formatters.ts"

/** Where a reader stands: their zone (`Europe/Berlin`) and the present instant, which decides whether a year is said. */
export type Place = { readonly now: Date; readonly timeZone: string; readonly locale?: string }

/** The calendar day, `YYYY-MM-DD`, on which an instant falls in a time zone. */
export function dayOf(instant: Date, timeZone: string): string {
  const part = partsIn(instant, timeZone)
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`
}

/** An instant as "Mon 17 Nov 08:00", with the year when it is not the present one; 24 hours, always absolute. */
export function formatInstant(instant: Date, { now, timeZone, locale = "en-US" }: Place): string {
  const part = partsIn(instant, timeZone)
  const day = formatDay(dayOf(instant, timeZone), dayOf(now, timeZone), locale)
  return `${day} ${part("hour")}:${part("minute")}`
}

function partsIn(instant: Date, timeZone: string) {
  const format = dateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  })
  const parts = format.formatToParts(instant)
  return (type: "year" | "month" | "day" | "hour" | "minute") =>
    parts.find((part) => part.type === type)?.value ?? ""
}
