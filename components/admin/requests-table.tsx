import { DeclineRequest } from "#components/admin/decline-request.tsx"
import { GrantRequest } from "#components/admin/grant-request.tsx"
import type { LoginChange } from "#components/admin/login-controls.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import type { AccessAnswered } from "#lib/access/access-request.ts"
import { grantingRole } from "#lib/access/granting-role.ts"
import { roleNames } from "#lib/access/roles.ts"
import type { WaitingRequest } from "#lib/access/waiting-requests.ts"
import { permissionWord } from "#lib/people/permission-words.ts"
import type { Verb } from "#lib/verb.ts"

/** Who asks for what, which roles would allow it, and the two answers. */
export function RequestsTable({
  rows,
  changeAction,
  answerAction,
}: {
  rows: readonly (Omit<WaitingRequest, "askedAt"> & { readonly asked: string })[]
  changeAction: Verb<LoginChange, unknown>
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
        {rows.map(({ id, loginId, name, permission, role, grantedBy, asked }) => {
          const wantedRole = grantingRole(role, permission)
          return (
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
                <div className="flex flex-wrap items-center gap-2">
                  {wantedRole && (
                    <GrantRequest
                      key={role}
                      loginId={loginId}
                      name={name}
                      role={role}
                      wantedRole={wantedRole}
                      changeAction={changeAction}
                    />
                  )}
                  <DeclineRequest requestId={id} name={name} answerAction={answerAction} />
                </div>
              </Td>
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}
