import { EmptyState } from "#components/ui/empty-state.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { formatDay } from "#lib/format/day.ts"
import { formatInstant, type Place } from "#lib/format/instant.ts"
import { type TouchpointRow, touchpointTypeNames } from "#lib/touchpoints/schema.ts"

/** What was said with the account, and what is agreed next. */
export function TouchpointsTable({
  rows,
  place,
  today,
}: {
  rows: readonly TouchpointRow[]
  place: Place
  today: string
}) {
  if (rows.length === 0) return <EmptyState title="No touchpoint is recorded for this account." />
  return (
    <Table caption="Touchpoints">
      <thead>
        <tr>
          <Th isFirst>When</Th>
          <Th>Type</Th>
          <Th>By</Th>
          <Th>Note</Th>
          <Th>Next planned</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <RowHead>
              <span className="whitespace-nowrap">{formatInstant(row.happenedAt, place)}</span>
            </RowHead>
            <Td>{touchpointTypeNames[row.type]}</Td>
            <Td isSecondary>{row.personName}</Td>
            <Td isSecondary wraps>
              {row.note}
            </Td>
            <Td isSecondary>{row.nextPlannedOn && formatDay(row.nextPlannedOn, today)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
