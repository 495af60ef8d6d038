import { daysBetween } from "#lib/format/calendar-day.ts"
import type { MarkKind } from "./schema.ts"

export type Mark = {
  readonly itemKey: string
  readonly kind: MarkKind
  readonly untilDay: string | null
  /** The day on which it was put away. */
  readonly markedOn: string
}

/** Points within which a score that was dealt with is still the same fall: rounding changes no decision. */
const sameFall = 2
const daysOfAFall = 28

/**
 * Whether something was put away by this sign-in and has not come back. A mark names its cause, so that another cause
 * is another thing; a snoozed thing comes back on its day. A fall that was dealt with at a score covers scores down to
 * two points lower, for four weeks: a deeper or a later fall is a new one.
 */
export function putAway(marks: readonly Mark[], today: string): (itemKey: string) => boolean {
  const inForce = marks.filter(({ untilDay }) => untilDay === null || untilDay > today)
  const keys = new Set(inForce.filter((mark) => fallOf(mark.itemKey) === null).map((mark) => mark.itemKey))
  const lowest = new Map<string, number>()
  for (const { itemKey, markedOn } of inForce) {
    const fall = fallOf(itemKey)
    if (fall === null || daysBetween(markedOn, today) >= daysOfAFall) continue
    lowest.set(fall.accountId, Math.min(fall.value, lowest.get(fall.accountId) ?? fall.value))
  }
  return (itemKey) => {
    const fall = fallOf(itemKey)
    if (fall === null) return keys.has(itemKey)
    const marked = lowest.get(fall.accountId)
    return marked !== undefined && fall.value >= marked - sameFall
  }
}

function fallOf(itemKey: string): { accountId: string; value: number } | null {
  const [kind, accountId, value] = itemKey.split(":")
  return kind === "drop" && accountId !== undefined && value !== undefined
    ? { accountId, value: Number(value) }
    : null
}
