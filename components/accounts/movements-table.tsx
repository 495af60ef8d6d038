import { EmptyState } from "#components/ui/empty-state.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import type { EarlierMovements } from "#lib/contracts/earlier-movements.ts"
import type { ArrMovementKind, MovementRow } from "#lib/contracts/schema.ts"
import { formatDay } from "#lib/format/day.ts"
import { formatMoney } from "#lib/format/money.ts"
import { formatCount } from "#lib/format/plural.ts"

const kinds: Record<ArrMovementKind, string> = {
  new: "New",
  expansion: "Expansion",
  contraction: "Contraction",
  churn: "Churn",
  reactivation: "Reactivation",
}

/** What the account's ARR is made of: the movements up to today add up to it. */
export function MovementsTable({
  rows,
  earlier,
  today,
}: {
  rows: readonly MovementRow[]
  /** What the rows leave out; null when they are all. */
  earlier: EarlierMovements | null
  today: string
}) {
  if (rows.length === 0) return <EmptyState title="No movement of ARR is known for this account." />
  return (
    <Table caption="Movements of ARR">
      <thead>
        <tr>
          <Th isFirst>Day</Th>
          <Th>Movement</Th>
          <Th isNumber>ARR</Th>
          <Th>Source</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <RowHead>
              {formatDay(row.effectiveOn, today)}
              {row.effectiveOn > today && <span className="text-13 text-muted"> (to come)</span>}
            </RowHead>
            <Td>{kinds[row.kind]}</Td>
            <Td isNumber>{signedMoney(row.amountCents, row.currency)}</Td>
            <Td isSecondary>{row.source}</Td>
          </Tr>
        ))}
        {earlier && (
          <Tr>
            <RowHead>Earlier</RowHead>
            <Td isSecondary>{formatCount(earlier.count, "movement")}</Td>
            <Td isNumber>{signedMoney(earlier.amountCents, rows[0]?.currency ?? "")}</Td>
            <Td />
          </Tr>
        )}
      </tbody>
    </Table>
  )
}

const signedMoney = (cents: number, currency: string): string =>
  `${cents > 0 ? "+" : ""}${formatMoney(cents, currency)}`
