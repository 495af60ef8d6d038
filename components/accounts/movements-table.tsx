import { EmptyState } from "#components/ui/empty-state.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import type { ArrMovementKind, MovementRow } from "#lib/contracts/schema.ts"
import { formatDay } from "#lib/format/day.ts"
import { formatMoney } from "#lib/format/money.ts"

const kinds: Record<ArrMovementKind, string> = {
  new: "New",
  expansion: "Expansion",
  contraction: "Contraction",
  churn: "Churn",
  reactivation: "Reactivation",
}

/** What the account's ARR is made of: the movements add up to it. */
export function MovementsTable({ rows, today }: { rows: readonly MovementRow[]; today: string }) {
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
            <RowHead>{formatDay(row.effectiveOn, today)}</RowHead>
            <Td>{kinds[row.kind]}</Td>
            <Td isNumber>
              {row.amountCents > 0 && "+"}
              {formatMoney(row.amountCents, row.currency)}
            </Td>
            <Td isSecondary>{row.source}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
