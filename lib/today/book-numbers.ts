/** The numbers of a book on a day; null where nothing is known of it. */
export type BookWeek = {
  readonly day: string
  readonly arrCents: number | null
  readonly actNowArrCents: number | null
  readonly renewals: number | null
  readonly touchpoints: number | null
}

export const bookNumberKeys = ["accounts", "arr", "act_now", "renewals", "touchpoints"] as const
export type BookNumberKey = (typeof bookNumberKeys)[number]

export type BookNumber = {
  readonly key: BookNumberKey
  /** Null when nothing is known that it could count. */
  readonly value: number | null
  /** Value minus that of four weeks ago; null when that is not known. */
  readonly change: number | null
  /** One value a week, oldest first, the last one today's; empty when no history is kept. */
  readonly weeks: readonly (number | null)[]
}

const weeksCompared = 4

type Totals = {
  readonly accounts: number
  readonly arrCents: number | null
  readonly actNowArrCents: number | null
  readonly renewals: number
  readonly touchpoints: number
}

/**
 * The five numbers of a book, each with its 13 weeks and the change since four weeks ago: 28 days before today. The
 * last week's value is today's own, as the list of accounts shows it. How many accounts a book had is not kept.
 */
export function bookNumbers(totals: Totals, history: readonly BookWeek[]): BookNumber[] {
  const past = history.slice(0, -1)
  const number = (
    key: BookNumberKey,
    value: number | null,
    of: (week: BookWeek) => number | null,
  ): BookNumber => {
    const weeks = past.length === 0 ? [] : [...past.map(of), value]
    const then = weeks.at(-1 - weeksCompared) ?? null
    return { key, value, change: value === null || then === null ? null : value - then, weeks }
  }
  // With ARR known but none of it in the band, nothing is in danger: 0, which is not the same as unknown.
  const actNow = totals.actNowArrCents ?? (totals.arrCents === null ? null : 0)
  return [
    { key: "accounts", value: totals.accounts, change: null, weeks: [] },
    number("arr", totals.arrCents, (week) => week.arrCents),
    number("act_now", actNow, (week) => week.actNowArrCents),
    number("renewals", totals.renewals, (week) => week.renewals),
    number("touchpoints", totals.touchpoints, (week) => week.touchpoints),
  ]
}
