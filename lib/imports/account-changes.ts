import { formatNumber } from "#lib/format/number.ts"
import { describeChange } from "./describe-change.ts"
import type { CheckedRow } from "./import-check.ts"

type Row = Readonly<Record<string, unknown>>
type Change = { readonly table: string; readonly before: Row | null; readonly after: Row | null }

const contractFields = [
  ["Contract start", "starts_on"],
  ["Contract end", "ends_on"],
] as const

const money = (cents: number) => formatNumber(cents / 100, 2)
const dayIn = (row: Row | null, column: string): string | null => {
  const found = row?.[column]
  return typeof found === "string" ? found : null
}

/**
 * What one row of an accounts file changes, in the words of its own fields: the contract is told by its days, and
 * revenue by the sum as of the row's day, not by the movements that bring it there.
 */
export function accountChanges(
  changes: readonly Change[],
  { arrCents, day }: { readonly arrCents: number | null; readonly day: string },
  names: ReadonlyMap<string, string>,
): CheckedRow["changes"] {
  return changes.flatMap(({ table, before, after }) => {
    if (table === "contract")
      return contractFields
        .map(([field, column]) => ({ field, before: dayIn(before, column), after: dayIn(after, column) }))
        .filter((change) => change.before !== change.after)
    if (table !== "arr_movement") return describeChange(before, after, names)
    // A second movement, of a later day, only keeps the sums from then on as they were.
    if (arrCents === null || after?.effective_on !== day) return []
    const presentCents = arrCents - Number(after.amount_cents)
    const isFirst = after.kind === "new"
    return [
      {
        field: "Annual recurring revenue",
        before: isFirst ? null : money(presentCents),
        after: money(arrCents),
      },
    ]
  })
}
