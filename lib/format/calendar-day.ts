const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const millisecondsPerDay = 86_400_000

/** Whole days from `from` to `to`; negative when `to` is earlier. Calendar days know no daylight saving. */
export function daysBetween(from: string, to: string): number {
  return (utcMidnight(to).getTime() - utcMidnight(from).getTime()) / millisecondsPerDay
}

/** The calendar day a number of days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(utcMidnight(day).getTime() + days * millisecondsPerDay).toISOString().slice(0, 10)
}

/** Midnight UTC of a calendar day. Throws for anything but a real day written `YYYY-MM-DD`. */
export function utcMidnight(day: string): Date {
  const midnight = new Date(`${day}T00:00:00Z`)
  if (!dayPattern.test(day) || Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day))
    throw new RangeError(`${day} is not a day written as YYYY-MM-DD`)
  return midnight
}
