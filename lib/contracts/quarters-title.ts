import { formatMoney } from "#lib/format/money.ts"
import type { QuarterMovement } from "./movements-by-quarter.ts"

/** "2026-Q4" as "Q4 2026". */
export const quarterWords = (quarter: string): string => `${quarter.slice(5)} ${quarter.slice(0, 4)}`

/**
 * What the movements of quarters show: the largest one, up or down, of several equal ones the latest; "ARR did not
 * move" where all are zero. Amounts are in cents.
 */
export function quartersTitle(quarters: readonly QuarterMovement[], currency: string): string {
  const largest = quarters.reduce<QuarterMovement | null>(
    (found, one) =>
      found === null || Math.abs(one.amountCents) >= Math.abs(found.amountCents) ? one : found,
    null,
  )
  if (largest === null || largest.amountCents === 0) return "ARR did not move"
  const { amountCents, quarter, isSoFar } = largest
  const amount = `${amountCents > 0 ? "+" : ""}${formatMoney(amountCents, currency)}`
  return `ARR moved most in ${quarterWords(quarter)}${isSoFar ? ", so far" : ""}: ${amount}`
}
