import { utcMidnight } from "#lib/format/calendar-day.ts"
import { dateTimeFormat } from "#lib/format/formatters.ts"

/** A calendar day, written `YYYY-MM-DD`, as "Mon 17 Nov", with the year when it is not the year of `today`. */
export function formatDay(day: string, today: string, locale = "en-US"): string {
  const names = dateTimeFormat(locale, { weekday: "short", month: "short", timeZone: "UTC" })
  const parts = names.formatToParts(utcMidnight(day))
  const word = (type: "weekday" | "month") => parts.find((part) => part.type === type)?.value ?? ""
  const text = `${word("weekday")} ${Number(day.slice(8))} ${word("month")}`
  return day.slice(0, 4) === today.slice(0, 4) ? text : `${text} ${day.slice(0, 4)}`
}

/** A calendar day without its weekday, where room is short: "17 Nov", with the year when it is not that of `today`. */
export function formatShortDay(day: string, today: string, locale = "en-US"): string {
  const month = dateTimeFormat(locale, { month: "short", timeZone: "UTC" }).format(utcMidnight(day))
  const text = `${Number(day.slice(8))} ${month}`
  return day.slice(0, 4) === today.slice(0, 4) ? text : `${text} ${day.slice(0, 4)}`
}
