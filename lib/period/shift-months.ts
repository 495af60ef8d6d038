import { addDays } from "#lib/format/calendar-day.ts"

/** The first day of a month so many months after that of a day: `2026-11-22`, 2 gives `2027-01-01`. */
export function monthStart(day: string, months = 0): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`
}

/** The same day of another month, or that month's last day where it is shorter: 31 March, -1 gives 28 February. */
export function shiftMonths(day: string, months: number): string {
  const last = addDays(monthStart(day, months + 1), -1)
  const same = `${last.slice(0, 8)}${day.slice(8)}`
  return same < last ? same : last
}

/** The first day of the quarter that a day is in. */
export const quarterStart = (day: string): string => monthStart(day, -((Number(day.slice(5, 7)) - 1) % 3))
