import type { Calendar } from "./plan.ts"

const opensAt = 8 * 60
const closesAt = 16 * 60

const isOff = (weekday: number): boolean => weekday === 0 || weekday === 6

/** The first minute at or after `at` in which people work: Monday to Friday, 8 to 16 UTC. */
export function nextWorkingMinute(at: number, { weekdayOf }: Calendar): number {
  let day = Math.floor(at / 1440)
  let minute = at - day * 1440
  if (minute >= closesAt) {
    day += 1
    minute = 0
  }
  while (isOff(weekdayOf(day))) {
    day += 1
    minute = 0
  }
  return day * 1440 + Math.max(minute, opensAt)
}

/** The minute at which so many minutes of work that begin at `at` are done. */
export function afterWork(at: number, minutes: number, calendar: Calendar): number {
  let now = nextWorkingMinute(at, calendar)
  let left = minutes
  for (;;) {
    const today = closesAt - (now - Math.floor(now / 1440) * 1440)
    if (left <= today) return now + left
    left -= today
    now = nextWorkingMinute((Math.floor(now / 1440) + 1) * 1440, calendar)
  }
}

/** Minutes of work between two instants. */
export function workBetween(from: number, to: number, calendar: Calendar): number {
  let now = nextWorkingMinute(from, calendar)
  let total = 0
  while (now < to) {
    const close = Math.floor(now / 1440) * 1440 + closesAt
    total += Math.min(close, to) - now
    now = nextWorkingMinute(close, calendar)
  }
  return total
}
