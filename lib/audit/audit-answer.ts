import { formatNumber } from "../format/number.ts"
import { formatCount } from "../format/plural.ts"

/** How many facts are counted before the count stops. */
export const mostCounted = 10_000

/** "12 facts"; above what is counted "more than 10,000 facts". */
export const factCount = (count: number): string =>
  count > mostCounted ? `more than ${formatNumber(mostCounted)} facts` : formatCount(count, "fact")

/** What was changed last, by whom and when, and of how many facts: the answer of the log. */
export function auditAnswer({
  count,
  newest,
  isFiltered,
}: {
  count: number
  newest: { readonly who: string; readonly title: string; readonly at: string } | null
  isFiltered: boolean
}): string {
  const counted = factCount(count)
  if (!newest)
    return isFiltered ? "No fact matches these filters." : "Nothing was done in this workspace so far."
  const whole = `${counted.charAt(0).toUpperCase()}${counted.slice(1)}`
  const verb = isFiltered ? (count === 1 ? " matches" : " match") : count === 1 ? " is kept" : " are kept"
  return `${whole}${verb}. The newest: ${newest.title}, by ${newest.who}, ${newest.at}.`
}
