import { EmptyState } from "#components/ui/empty-state.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { type ContactRow, contactRoleNames } from "#lib/contacts/schema.ts"
import { formatDay } from "#lib/format/day.ts"

const withoutName = {
  hidden: "Name hidden from your role",
  erased: "Erased on request",
  shown: "No name",
} as const

export function ContactsTable({ rows, today }: { rows: readonly ContactRow[]; today: string }) {
  if (rows.length === 0) return <EmptyState title="No contact is known for this account." />
  return (
    <Table caption="Contacts">
      <thead>
        <tr>
          <Th isFirst>Contact</Th>
          <Th>Role</Th>
          <Th>Title</Th>
          <Th>Last contact</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <RowHead>
              {row.name ?? withoutName[row.personal]}
              {row.leftOn && (
                <span className="text-13 text-muted"> (left {formatDay(row.leftOn, today)})</span>
              )}
            </RowHead>
            <Td>{contactRoleNames[row.role]}</Td>
            <Td isSecondary>{row.title}</Td>
            <Td isSecondary>{row.lastContactOn && formatDay(row.lastContactOn, today)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
