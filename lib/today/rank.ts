import { daysBetween } from "#lib/format/calendar-day.ts"
import { formatMoney } from "#lib/format/money.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { TodayItem } from "./today-item.ts"

export type RankedItem = TodayItem & {
  readonly points: number
  /** They add up to the points. */
  readonly parts: readonly { readonly words: string; readonly points: number }[]
}

const mostLate = 30
const mostWorth = 30
const mostAhead = -14

/**
 * The order of the list of today:
 *
 *   points = urgency (of the kind, up to 60)
 *          + lateness (1 for each day past due, up to 30; minus 2 for each day left until it is due, down to -14)
 *          + worth (30 × ARR / the largest ARR of an account in the list, up to 30, rounded)
 *
 * The most points first; then the larger ARR, the earlier day, the name, the key, so that the order is always the same.
 * Unknown or negative ARR is worth nothing; without any ARR nothing is.
 *
 * The weights are our decision: a renewal in its last month outranks anything else that is not late.
 */
export function rankItems(
  items: readonly TodayItem[],
  { today, currency }: { readonly today: string; readonly currency: string },
): RankedItem[] {
  const ofAccounts = items.filter(({ accountId }) => accountId !== null)
  const largest = Math.max(0, ...ofAccounts.map(({ arrCents }) => arrCents ?? 0))
  return items
    .map((item) => ranked(item, { today, currency, largest }))
    .toSorted(
      (a, b) =>
        b.points - a.points ||
        (b.arrCents ?? 0) - (a.arrCents ?? 0) ||
        compare(a.dueOn ?? today, b.dueOn ?? today) ||
        compare(a.name, b.name) ||
        compare(a.key, b.key),
    )
}

function ranked(
  item: TodayItem,
  { today, currency, largest }: { today: string; currency: string; largest: number },
): RankedItem {
  const late = item.dueOn === null ? 0 : daysBetween(item.dueOn, today)
  const arr = Math.max(0, item.arrCents ?? 0)
  const worth = largest === 0 ? 0 : Math.min(mostWorth, Math.round((mostWorth * arr) / largest))
  const parts = [
    item.urgency,
    lateness(late),
    { words: arr === 0 ? "ARR unknown" : `${formatMoney(arr, currency)} ARR`, points: worth },
  ]
  return { ...item, parts, points: parts.reduce((sum, { points }) => sum + points, 0) }
}

function lateness(days: number) {
  if (days === 0) return { words: "Due today", points: 0 }
  if (days > 0) return { words: `${formatCount(days, "day")} late`, points: Math.min(mostLate, days) }
  return { words: `Due in ${formatCount(-days, "day")}`, points: Math.max(mostAhead, 2 * days) }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
