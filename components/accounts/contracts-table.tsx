import { EmptyState } from "#components/ui/empty-state.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import type { ContractRow } from "#lib/contracts/schema.ts"
import { formatDay } from "#lib/format/day.ts"
import { formatRelativeDays } from "#lib/format/relative-days.ts"

export function ContractsTable({ rows, today }: { rows: readonly ContractRow[]; today: string }) {
  if (rows.length === 0) return <EmptyState title="No contract is known for this account." />
  return (
    <Table caption="Contracts">
      <thead>
        <tr>
          <Th isFirst>Contract</Th>
          <Th>Starts</Th>
          <Th>Ends</Th>
          <Th>Notice by</Th>
          <Th>Auto-renews</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <RowHead>
              {row.externalId.startsWith("account:") ? "From the accounts file" : row.externalId}
            </RowHead>
            <Td>{formatDay(row.startsOn, today)}</Td>
            <Td>
              {formatDay(row.endsOn, today)}{" "}
              <span className="text-13 text-muted">({formatRelativeDays(row.endsOn, today)})</span>
            </Td>
            <Td>
              {row.noticeOn && (
                <>
                  {formatDay(row.noticeOn, today)}{" "}
                  <span className="text-13 text-muted">({formatRelativeDays(row.noticeOn, today)})</span>
                </>
              )}
            </Td>
            <Td isSecondary>{row.autoRenews ? "Yes" : "No"}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
