import type { Snooze } from "#lib/today/schema.ts"

/** One row of the list of today, ready to be shown. */
export type TodayRow = {
  readonly key: string
  /** Null for a source. */
  readonly accountId: string | null
  readonly kind: string
  readonly name: string
  readonly href: string
  readonly why: string
  /** "Mon 17 Nov"; "today" for what has no day of its own. */
  readonly due: string
  readonly late: string | null
  readonly arr: string
  readonly ownerName: string
  readonly points: number
  /** They add up to the points. */
  readonly parts: readonly { readonly words: string; readonly points: number }[]
}

/** "Until tomorrow, Mon 23 Nov" for each of the days that something can be put off to. */
export type SnoozeChoice = { readonly snooze: Snooze; readonly words: string; readonly until: string }
