import { DeclineRequest } from "#components/admin/decline-request.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import type { AccessAnswered } from "#lib/access/access-request.ts"
import { roleNames } from "#lib/access/roles.ts"
import type { WaitingRequest } from "#lib/access/waiting-requests.ts"
import { permissionWord } from "#lib/people/permission-words.ts"
import type { Verb } from "#lib/verb.ts"

/** Who asks for what, and which roles would allow it. */
export function RequestsTable({
  rows,
  answerAction,
}: {
  rows: readonly (Omit<WaitingRequest, "askedAt"> & { readonly asked: string })[]
  answerAction: Verb<AccessAnswered, unknown>
}) {
  return (
    <Table caption="Requests for access" minWidth={860}>
      <thead>
        <tr>
          <Th isFirst>Name</Th>
          <Th>Asks to</Th>
          <Th>Role now</Th>
          <Th>Roles that allow it</Th>
          <Th>Asked</Th>
          <Th>Answer</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, permission, role, grantedBy, asked }) => (
          <Tr key={id}>
            <RowHead>
              <bdi>{name}</bdi>
            </RowHead>
            <Td>{permissionWord(permission)}</Td>
            <Td isSecondary>{roleNames[role]}</Td>
            <Td isSecondary wraps>
              {grantedBy.map((each) => roleNames[each]).join(", ")}
            </Td>
            <Td isSecondary>{asked}</Td>
            <Td>
              <DeclineRequest requestId={id} name={name} answerAction={answerAction} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
