import { daysBetween } from "#lib/format/calendar-day.ts"
import { formatNumber } from "#lib/format/number.ts"

/** How far a calendar day is from `today`: "today", "tomorrow", "in 42 days", "yesterday", "3 days ago". */
export function formatRelativeDays(day: string, today: string): string {
  const days = daysBetween(today, day)
  if (days === 0) return "today"
  if (days === 1) return "tomorrow"
  if (days === -1) return "yesterday"
  return days > 0 ? `in ${formatNumber(days)} days` : `${formatNumber(-days)} days ago`
}

/** The age of a value in whole days: "today", "3 d old". */
export function formatAge(days: number): string {
  return days <= 0 ? "today" : `${formatNumber(Math.floor(days))}\u00a0d old`
}
