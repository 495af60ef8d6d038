import { addDays, daysBetween } from "#lib/format/calendar-day.ts"
import { accountItems, ownerItem } from "./account-items.ts"
import type { BookAccount } from "./book-account.ts"
import { cadenceOf } from "./cadence.ts"
import { type Mark, putAway } from "./put-away.ts"
import { type RankedItem, rankItems } from "./rank.ts"
import { checkpoints } from "./renewal-checkpoint.ts"
import { type SourceOfBook, sourceItems } from "./source-items.ts"
import type { NextDue } from "./today-answer.ts"
import { touchpointDue } from "./touchpoint-due.ts"

export type TodayList = {
  /** The first ones, in their order. */
  readonly items: readonly RankedItem[]
  readonly all: number
  readonly due: number
  readonly late: number
  readonly later: number
  /** Put away by this sign-in and still of account. */
  readonly putAway: number
  readonly next: NextDue | null
}

export const itemsShown = 30
const daysCalledLate = 7

/** The one list of what to do first, merged from everything that can ask for it. */
export function todayList({
  accounts,
  unowned = [],
  sources,
  marks,
  today,
  currency,
  knowsTouchpoints,
  asksForOwners,
  reasonWords,
}: {
  readonly accounts: readonly BookAccount[]
  /** Accounts of nobody, which are not of the book and ask for an owner alone. */
  readonly unowned?: readonly BookAccount[]
  readonly sources: readonly SourceOfBook[]
  readonly marks: readonly Mark[]
  readonly today: string
  readonly currency: string
  readonly knowsTouchpoints: boolean
  readonly asksForOwners: boolean
  readonly reasonWords: (account: BookAccount) => string | null
}): TodayList {
  const around = { today, knowsTouchpoints, asksForOwners, reasonWords }
  const asked = [
    ...sourceItems(sources, today),
    ...accounts.flatMap((account) => accountItems(account, around)),
    ...unowned.flatMap((account) => ownerItem(account, around) ?? []),
  ]
  const isAway = putAway(marks, today)
  const open = asked.filter(({ key }) => !isAway(key))
  const isDue = ({ dueOn }: { readonly dueOn: string | null }) => dueOn === null || dueOn <= today
  const due = open.filter(isDue)
  return {
    items: rankItems(open, { today, currency }).slice(0, itemsShown),
    all: open.length,
    due: due.length,
    late: due.filter(({ dueOn }) => dueOn !== null && daysBetween(dueOn, today) > daysCalledLate).length,
    later: open.length - due.length,
    putAway: asked.length - open.length,
    next: nextDue(accounts, { today, knowsTouchpoints }),
  }
}

/** What will be due first after today: a touchpoint, or a renewal that enters a checkpoint. */
function nextDue(
  accounts: readonly BookAccount[],
  { today, knowsTouchpoints }: { today: string; knowsTouchpoints: boolean },
): NextDue | null {
  if (!knowsTouchpoints) return null
  const coming = accounts.flatMap((account): NextDue[] => {
    const { name, renewsOn } = account
    const entered = renewsOn === null ? [] : checkpoints.map((days) => addDays(renewsOn, -days))
    return [
      { what: "Touchpoint", name, on: touchpointDue({ ...account, cadence: cadenceOf(account) }) },
      ...entered.map((on): NextDue => ({ what: "Renewal talk", name, on })),
    ]
  })
  const later = coming.filter(({ on }) => on > today)
  return later.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.name < b.name ? -1 : 1))[0] ?? null
}
