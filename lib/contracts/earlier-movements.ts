import type { MovementRow } from "#lib/contracts/schema.ts"

export type EarlierMovements = { readonly count: number; readonly amountCents: number }

/**
 * The movements that a list of the newest leaves out, as one sum, so that its rows still add up to the whole;
 * null when it leaves none out. Amounts in cents of the workspace's currency, signed.
 */
export function earlierMovements(
  shown: readonly MovementRow[],
  all: EarlierMovements,
): EarlierMovements | null {
  const count = all.count - shown.length
  if (count <= 0) return null
  return { count, amountCents: shown.reduce((rest, row) => rest - row.amountCents, all.amountCents) }
}
