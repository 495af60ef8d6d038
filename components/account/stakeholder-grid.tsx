import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { type ContactRow, contactRoleNames } from "#lib/contacts/schema.ts"
import { formatCount } from "#lib/format/plural.ts"
import { relationNames, relations, stakeholderMap } from "#lib/stakeholders/stakeholder-map.ts"

const mostNamed = 3

/** Who stands where: role by relation. Empty rows are gaps. */
export function StakeholderGrid({ rows }: { rows: readonly ContactRow[] }) {
  return (
    <Table caption="Contacts by role and relation" minWidth={520}>
      <thead>
        <tr>
          <Th isFirst>Role</Th>
          {relations.map((relation) => (
            <Th key={relation}>{relationNames[relation]}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stakeholderMap(rows).map(({ role, cells }) => (
          <Tr key={role}>
            <RowHead>{contactRoleNames[role]}</RowHead>
            {relations.map((relation) => (
              <Td key={relation} wraps>
                {cells[relation].length > 0 && names(cells[relation])}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Names as far as the role may read them, the others as a count. */
function names(contacts: readonly ContactRow[]): string {
  const known = contacts.flatMap(({ name }) => (name === null ? [] : [name])).slice(0, mostNamed)
  const others = contacts.length - known.length
  if (known.length === 0) return formatCount(others, "contact")
  return others > 0 ? `${known.join(", ")} and ${formatCount(others, "other")}` : known.join(", ")
}
