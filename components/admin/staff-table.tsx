import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatNumber } from "#lib/format/number.ts"

export type StaffRow = {
  readonly id: string
  readonly name: string
  readonly position: string
  readonly teamName: string | null
  readonly managerName: string | null
  readonly fte: number
  readonly accounts: number
  readonly skills: number
}

/** The people who work here; the name opens what can be changed. */
export function StaffTable({ rows }: { rows: readonly StaffRow[] }) {
  return (
    <Table caption="People" minWidth={860} fitsPage>
      <thead>
        <tr>
          <Th isFirst>Name</Th>
          <Th>Position</Th>
          <Th>Team</Th>
          <Th>Manager</Th>
          <Th isNumber>FTE</Th>
          <Th isNumber>Accounts owned</Th>
          <Th isNumber>Skills</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <RowHead>
              <TextLink href={`/admin/people?person=${row.id}#person`}>
                <bdi>{row.name}</bdi>
              </TextLink>
            </RowHead>
            <Td isSecondary>
              <bdi className="inline-block max-w-72 truncate align-bottom">{row.position}</bdi>
            </Td>
            <Td isSecondary>{row.teamName ?? "none"}</Td>
            <Td isSecondary>
              <bdi>{row.managerName ?? "none"}</bdi>
            </Td>
            <Td isNumber>{formatNumber(row.fte, 2)}</Td>
            <Td isNumber>
              {row.accounts > 0 ? (
                <TextLink href={`/accounts?owner=${row.id}`}>{formatNumber(row.accounts)}</TextLink>
              ) : (
                "0"
              )}
            </Td>
            <Td isNumber>{formatNumber(row.skills)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
