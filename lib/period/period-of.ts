import { addDays, utcMidnight } from "#lib/format/calendar-day.ts"
import { mondayOf, weekStart } from "./iso-week.ts"
import type { Days, Period, PeriodStep } from "./schema.ts"
import { monthStart, quarterStart, shiftMonths } from "./shift-months.ts"

const firstDay = "2000-01-01"

/**
 * The days that a period of an address stands for, seen on a day of the workspace's calendar: that a day has 23 or
 * 25 hours where clocks change makes no difference. Weeks begin on Monday; "4w", "13w" and "12m" end today, and so does
 * what is not over yet. Null for a period that does not exist (`2025-w53`, `2026-02-30..`), ends before it begins or has
 * not begun.
 */
export function periodOf(key: string | undefined, today: string): Period | null {
  const found = key === undefined ? null : (named(key, today) ?? dated(key))
  if (!found || key === undefined) return null
  const to = found.to < today ? found.to : today
  return found.from <= to && found.from >= firstDay ? { key, step: found.step, from: found.from, to } : null
}

type Found = Days & { readonly step: PeriodStep }

function named(key: string, today: string): Found | null {
  const monday = mondayOf(today)
  switch (key) {
    case "week":
      return { step: "week", from: monday, to: today }
    case "last-week":
      return { step: "week", from: addDays(monday, -7), to: addDays(monday, -1) }
    case "4w":
      return { step: "days", from: addDays(today, 1 - 28), to: today }
    case "13w":
      return { step: "days", from: addDays(today, 1 - 91), to: today }
    case "qtd":
      return { step: "quarter", from: quarterStart(today), to: today }
    case "12m":
      return { step: "year", from: addDays(shiftMonths(today, -12), 1), to: today }
    default:
      return null
  }
}

function dated(key: string): Found | null {
  const week = /^(\d{4})-w(\d\d)$/.exec(key)
  if (week) {
    const from = weekStart(Number(week[1]), Number(week[2]))
    return from === null ? null : { step: "week", from, to: addDays(from, 6) }
  }
  if (/^\d{4}-\d\d$/.test(key))
    return isDay(`${key}-01`)
      ? { step: "month", from: `${key}-01`, to: addDays(monthStart(`${key}-01`, 1), -1) }
      : null
  const [from = "", to = ""] = key.split("..")
  return isDay(from) && isDay(to) && from <= to ? { step: "days", from, to } : null
}

function isDay(text: string): boolean {
  try {
    return utcMidnight(text) !== null
  } catch {
    return false
  }
}
