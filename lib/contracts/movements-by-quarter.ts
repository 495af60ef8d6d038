import type { MovementRow } from "./schema.ts"

const quartersShown = 8

export type QuarterMovement = {
  /** "2026-Q4". */
  readonly quarter: string
  /** Sum of the quarter's movements of ARR up to today, signed, in cents. */
  readonly amountCents: number
  readonly count: number
  /** The quarter of today: more may come. */
  readonly isSoFar: boolean
}

/**
 * Movements of ARR by calendar quarter of their day, oldest first, of the last eight quarters, those without any as
 * zero. Movements to come are left out. `rows` are the newest ones; when `isCut`, the quarter of the oldest of them and
 * all before it are left out, because they may lack some.
 */
export function movementsByQuarter(
  rows: readonly Pick<MovementRow, "effectiveOn" | "amountCents">[],
  { today, isCut }: { today: string; isCut: boolean },
): QuarterMovement[] {
  const now = quarterNumber(today)
  const oldest = rows.reduce((least, row) => Math.min(least, quarterNumber(row.effectiveOn)), now)
  const from = Math.max(now - quartersShown + 1, oldest + (isCut ? 1 : 0))
  return Array.from({ length: Math.max(0, now - from + 1) }, (_, place) => {
    const mine = rows.filter(
      (row) => row.effectiveOn <= today && quarterNumber(row.effectiveOn) === from + place,
    )
    return {
      quarter: quarterName(from + place),
      amountCents: mine.reduce((sum, row) => sum + row.amountCents, 0),
      count: mine.length,
      isSoFar: from + place === now,
    }
  })
}

/** Quarters counted from the year 0. */
const quarterNumber = (day: string): number =>
  Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3)

const quarterName = (number: number): string => `${Math.floor(number / 4)}-Q${(number % 4) + 1}`
