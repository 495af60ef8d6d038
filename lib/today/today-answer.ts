import { formatDay } from "#lib/format/day.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { TodayScope } from "./schema.ts"

export type NextDue = {
  readonly what: "Touchpoint" | "Renewal talk"
  readonly name: string
  readonly on: string
}

export type TodayAnswer = {
  readonly scope: TodayScope
  /** The frame's scope leaves accounts out. */
  readonly isNarrowed?: boolean
  /** Accounts looked at. */
  readonly accounts: number
  /** Things for today: due by now, or without a day of their own. */
  readonly due: number
  /** Of those: more than a week late. */
  readonly late: number
  /** Things in the list that are due on a later day. */
  readonly later: number
  readonly next: NextDue | null
  readonly today: string
}

/**
 * The sentence above the list of today: how many things need somebody, how many of them are late, whose accounts they
 * are about. When nothing is due it names the next thing that will be.
 */
export function todayAnswer(answer: TodayAnswer): string {
  const { scope, isNarrowed = false, accounts, due, late, later, next, today } = answer
  if (accounts === 0) return isNarrowed ? "No account is in this scope." : noAccounts[scope]
  if (due === 0 && later === 0)
    return next === null
      ? "Nothing is due."
      : `Nothing is due. Next: ${next.what.toLowerCase()} with ${next.name}, ${formatDay(next.on, today)}.`
  const things = `${formatCount(due, "thing needs", "things need")} ${whom[scope]} today`
  const overdue = late > 0 && due > 0 ? `, ${formatNumber(late)} of them more than a week late` : ""
  const more =
    later > 0 ? ` ${formatNumber(later)} more ${later === 1 ? "is" : "are"} due within a week.` : ""
  return due === 0 ? `Nothing is due today.${more}` : `${things}${overdue}.${more}`
}

const noAccounts: Record<TodayScope, string> = {
  mine: "No account is yours yet.",
  team: "Your team owns no account yet.",
  all: "No accounts yet.",
}

const whom: Record<TodayScope, string> = { mine: "you", team: "your team", all: "attention" }
