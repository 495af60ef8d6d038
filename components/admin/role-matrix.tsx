import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { can, permissions } from "#lib/access/policy.ts"
import { roleNames, roles } from "#lib/access/roles.ts"
import { permissionWord } from "#lib/people/permission-words.ts"

/** What each role may do: the same table that guards every page, command and endpoint. */
export function RoleMatrix() {
  return (
    <Table caption="What each role may do" minWidth={1080}>
      <thead>
        <tr>
          <Th isFirst>May</Th>
          {roles.map((role) => (
            <Th key={role}>{roleNames[role]}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {permissions.map((permission) => (
          <Tr key={permission}>
            <RowHead>
              <span title={permissionWord(permission)}>{permissionWord(permission)}</span>
            </RowHead>
            {roles.map((role) => (
              <Td key={role} isSecondary>
                {can({ role }, permission) ? (
                  <span className="font-medium text-ink">yes</span>
                ) : (
                  <span className="text-muted">no</span>
                )}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
