/** The order of day and month when a date is written in figures with the year last. */
export type DayOrder = "day_first" | "month_first"

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ].*)?$/
const named = /^(?:(\d{1,2})\.?[ -]([a-z]{3,9})\.?[ -]|([a-z]{3,9})\.? (\d{1,2}),? )(\d{4})$/i
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

/**
 * A cell read as a calendar day `YYYY-MM-DD`; null when it is none. Understands 2026-03-31, 31.03.2026,
 * 31/03/2026 or 03/31/2026 by the given order, "31 Mar 2026" and "Mar 31, 2026"; a time of day is dropped.
 */
export function readDay(cell: string, order: DayOrder): string | null {
  const text = cell.trim()
  const first = yearFirst.exec(text)
  if (first) return day(first[1], first[2], first[3])
  const last = yearLast.exec(text)
  if (last) return order === "day_first" ? day(last[3], last[2], last[1]) : day(last[3], last[1], last[2])
  const word = named.exec(text)
  if (!word) return null
  const month = months.indexOf((word[2] ?? word[3] ?? "").slice(0, 3).toLowerCase()) + 1
  return day(word[5], String(month), word[1] ?? word[4])
}

function day(year: string | undefined, month: string | undefined, date: string | undefined): string | null {
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  const isReal = instant.getUTCMonth() === Number(month) - 1 && instant.getUTCDate() === Number(date)
  return isReal && Number(year) >= 1900 ? instant.toISOString().slice(0, 10) : null
}
