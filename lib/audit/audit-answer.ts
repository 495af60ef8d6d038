import { formatNumber } from "../format/number.ts"
import { formatCount } from "../format/plural.ts"

/** How many facts are counted before the count stops. */
export const mostCounted = 10_000

/** "12 facts"; above what is counted "more than 10,000 facts". */
export const factCount = (count: number): string =>
  count > mostCounted ? `more than ${formatNumber(mostCounted)} facts` : formatCount(count, "fact")

export type NewestFact = { readonly who: string; readonly title: string; readonly at: string }

/** What people did today: counted, with the last of it. What jobs and imports write is not among it. */
export type ChangedToday = { readonly count: number; readonly last: NewestFact | null }

const told = ({ who, title, at }: NewestFact): string => `${title}, by ${who}, ${at}`

/** "3 changes by people today, the last: Login changed, by Ada, Mon 16 Nov 09:00"; without an end, to stand in a row. */
export function changedTodayWords({ count, last }: ChangedToday): string {
  if (count === 0 || !last) return "No change by people today"
  const most =
    count > mostCounted ? `More than ${formatNumber(mostCounted)} changes` : formatCount(count, "change")
  return `${most} by people today, the last: ${told(last)}`
}

/**
 * What people changed today, and by whom it was done last: the answer of the log. While nobody did anything, the newest
 * fact of any kind; with filters, how many facts they leave.
 */
export function auditAnswer({
  count,
  newest,
  isFiltered,
  today,
}: {
  count: number
  newest: NewestFact | null
  isFiltered: boolean
  today: ChangedToday
}): string {
  if (!newest)
    return isFiltered ? "No fact matches these filters." : "Nothing was done in this workspace so far."
  if (isFiltered) {
    const counted = factCount(count)
    const whole = `${counted.charAt(0).toUpperCase()}${counted.slice(1)}`
    return `${whole} ${count === 1 ? "matches" : "match"}. The newest: ${told(newest)}.`
  }
  const people = `${changedTodayWords(today)}.`
  return today.count > 0 ? people : `${people} The newest fact: ${told(newest)}.`
}
