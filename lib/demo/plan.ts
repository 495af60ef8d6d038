import { addDays } from "#lib/format/calendar-day.ts"

/** What decides a world completely: the same plan has the same history, to the last reading. */
export type WorldPlan = {
  readonly seed: number
  /** The day of the first start. Everything planted is dated from it. */
  readonly anchorDay: string
  /** Accounts on the anchor day, lost ones included; more come afterwards. */
  readonly accounts: number
  readonly weeksBefore: number
  /** Days before the anchor from which on every day is measured; each seventh day before them. */
  readonly dailyDays: number
  /** Nobody joins or leaves, every system is linked, and no talks are told: the large worlds of benches. */
  readonly isSteady: boolean
}

export const worldSizes = {
  full: { accounts: 500, weeksBefore: 104, dailyDays: 91, isSteady: false },
  small: { accounts: 64, weeksBefore: 26, dailyDays: 14, isSteady: false },
  M: { accounts: 10_000, weeksBefore: 104, dailyDays: 0, isSteady: true },
  L: { accounts: 100_000, weeksBefore: 4, dailyDays: 0, isSteady: true },
} as const satisfies Readonly<Record<string, Omit<WorldPlan, "seed" | "anchorDay">>>
export type WorldSize = keyof typeof worldSizes

/** Accounts for which the forty people of the staff are enough. */
const accountsPerStaff = 500

/** More people than these make no bench more telling. */
const mostStaffs = 20

/** How often the whole staff is there; what they cannot do in the largest world counts as less work for each. */
export const staffsOf = ({ accounts }: WorldPlan): number =>
  Math.min(mostStaffs, Math.max(1, Math.round(accounts / accountsPerStaff)))

/** How much more work an account makes than in a full world, so that a small one has loads and causes too. */
export const workFactor = (plan: WorldPlan): number => (accountsPerStaff * staffsOf(plan)) / plan.accounts

/** Days of the world are counted from 0, the day on which its history begins. */
export type Calendar = {
  readonly anchor: number
  readonly dayOf: (day: number) => string
  /** 0 Sunday to 6 Saturday. */
  readonly weekdayOf: (day: number) => number
  readonly isMeasured: (day: number) => boolean
}

export function calendarOf({ anchorDay, weeksBefore, dailyDays }: WorldPlan): Calendar {
  const anchor = weeksBefore * 7
  const known = new Map<number, string>()
  const firstWeekday = new Date(`${addDays(anchorDay, -anchor)}T00:00:00Z`).getUTCDay()
  return {
    anchor,
    dayOf(day) {
      const text = known.get(day) ?? addDays(anchorDay, day - anchor)
      known.set(day, text)
      return text
    },
    weekdayOf: (day) => (((firstWeekday + day) % 7) + 7) % 7,
    isMeasured: (day) => day > 0 && (day > anchor - dailyDays || (anchor - day) % 7 === 0),
  }
}
