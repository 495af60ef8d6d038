import { addDays } from "#lib/format/calendar-day.ts"
import type { Span } from "#lib/period/spans.ts"

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
  /** What it changed by in the period, four weeks unless the address says another; null when that is not known. */
  readonly change: number | null
  /** What it changed by in the time compared with; null when that is not known, or nothing is compared with. */
  readonly before: number | null
  /** One value a week, oldest first, the last one today's; empty when no history is kept. */
  readonly weeks: readonly (number | null)[]
}

type Totals = {
  readonly accounts: number
  readonly arrCents: number | null
  readonly actNowArrCents: number | null
  readonly renewals: number
  readonly touchpoints: number
}

/** The change that a book shows when its address names no period: since four weeks ago, compared with nothing. */
export const usualSpan = (today: string): Span => ({ since: addDays(today, -28), until: today })

type Asked = {
  readonly today: string
  /** The days of the small line, oldest first, today the last one. */
  readonly days: readonly string[]
  readonly span: Span & { readonly before?: Span | null }
}

/**
 * The five numbers of a book, each with its 13 weeks and its change in a period: its value at the end minus that of
 * the evening before. Today's value is always its own, as the list of accounts shows it. `history` has the days that
 * are asked for, in any order, or nothing at all. How many accounts a book had is not kept.
 */
export function bookNumbers(totals: Totals, history: readonly BookWeek[], asked: Asked): BookNumber[] {
  const { today, days, span } = asked
  const known = new Map(history.map((week) => [week.day, week]))
  const number = (
    key: BookNumberKey,
    value: number | null,
    of: (week: BookWeek) => number | null,
  ): BookNumber => {
    const on = (day: string): number | null => {
      if (day === today) return value
      const week = known.get(day)
      return week ? of(week) : null
    }
    const changeIn = (each: Span | null | undefined): number | null => {
      const [end, begin] = each ? [on(each.until), on(each.since)] : [null, null]
      return end === null || begin === null ? null : end - begin
    }
    const weeks = known.size === 0 ? [] : days.map(on)
    return { key, value, change: changeIn(span), before: changeIn(span.before), weeks }
  }
  // With ARR known but none of it in the band, nothing is in danger: 0, which is not the same as unknown.
  const actNow = totals.actNowArrCents ?? (totals.arrCents === null ? null : 0)
  return [
    { key: "accounts", value: totals.accounts, change: null, before: null, weeks: [] },
    number("arr", totals.arrCents, (week) => week.arrCents),
    number("act_now", actNow, (week) => week.actNowArrCents),
    number("renewals", totals.renewals, (week) => week.renewals),
    number("touchpoints", totals.touchpoints, (week) => week.touchpoints),
  ]
}
