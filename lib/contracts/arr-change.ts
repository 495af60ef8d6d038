import { formatDay } from "#lib/format/day.ts"
import { formatMoney } from "#lib/format/money.ts"
import type { MovementRow } from "./schema.ts"

/**
 * What ARR is compared with: "+$20k in 12 months", the sum of the movements after the same day a year ago up to today;
 * without any, since which movement it stands. Movements to come are left out. `rows` are the newest ones; when `isCut`
 * and the oldest of them lies within the year, nothing is said, because some may lack. null without a movement.
 */
export function arrChange(
  rows: readonly Pick<MovementRow, "effectiveOn" | "amountCents">[],
  { today, isCut, currency }: { today: string; isCut: boolean; currency: string },
): string | null {
  const past = rows.filter((row) => row.effectiveOn <= today)
  const last = past.reduce<string | null>(
    (found, { effectiveOn }) => (found === null || effectiveOn > found ? effectiveOn : found),
    null,
  )
  if (last === null) return null
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  const recent = past.filter(({ effectiveOn }) => effectiveOn > yearAgo)
  if (recent.length === 0) return `unchanged since ${formatDay(last, today)}`
  if (isCut && recent.length === past.length) return null
  const cents = recent.reduce((sum, { amountCents }) => sum + amountCents, 0)
  return `${cents > 0 ? "+" : ""}${formatMoney(cents, currency)} in 12 months`
}
