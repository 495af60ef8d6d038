import { type LoginChange, LoginControls } from "#components/admin/login-controls.tsx"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { type Role, roleNames } from "#lib/access/roles.ts"
import { formatNumber } from "#lib/format/number.ts"
import type { Verb } from "#lib/verb.ts"

export type LoginRow = {
  readonly loginId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly isDisabled: boolean
  readonly isLoginDisabled: boolean
  readonly openSessions: number
  /** In the words of the reader's place; null when never seen here. */
  readonly lastSeen: string | null
}

/** Everybody who may sign in to this workspace, with their role. */
export function LoginsTable({
  rows,
  changeAction,
}: {
  rows: readonly LoginRow[]
  /** Left out for readers who may not change them. */
  changeAction?: Verb<LoginChange, unknown> | undefined
}) {
  return (
    <Table caption="Logins" minWidth={860}>
      <thead>
        <tr>
          <Th isFirst>Name</Th>
          <Th>E-mail</Th>
          <Th>Access</Th>
          <Th isNumber>Open sessions</Th>
          <Th>Last seen here</Th>
          <Th>Role</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.loginId}>
            <RowHead>
              <bdi>{row.name}</bdi>
            </RowHead>
            <Td isSecondary>
              <bdi className="inline-block max-w-64 truncate align-bottom">{row.email}</bdi>
            </Td>
            <Td>
              <Access row={row} />
            </Td>
            <Td isNumber>{formatNumber(row.openSessions)}</Td>
            <Td isSecondary>{row.lastSeen ?? "never"}</Td>
            <Td>
              {changeAction ? (
                <LoginControls
                  key={`${row.role} ${row.isDisabled}`}
                  loginId={row.loginId}
                  name={row.name}
                  state={{ role: row.role, isDisabled: row.isDisabled }}
                  changeAction={changeAction}
                />
              ) : (
                roleNames[row.role]
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function Access({ row }: { row: LoginRow }) {
  if (row.isDisabled) return <StatusMark status="watch">Shut out</StatusMark>
  if (row.isLoginDisabled) return <StatusMark status="watch">Shut everywhere</StatusMark>
  return (
    <StatusMark status="routine" plain>
      Let in
    </StatusMark>
  )
}
