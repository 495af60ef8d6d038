import { EndSessions, type EndSessionsInput } from "#components/admin/end-sessions.tsx"
import { Chip } from "#components/ui/chip.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import type { Verb } from "#lib/verb.ts"

export type SessionRow = {
  readonly sessionId: string
  readonly loginId: string
  readonly name: string
  readonly browser: string
  readonly since: string
  readonly lastSeen: string
  readonly ends: string
  readonly isHere: boolean
  /** The session that this page is read in. */
  readonly isThis: boolean
}

/** Open sessions, the last seen first, with the way to end each, or all of a person. */
export function SessionsTable({
  caption,
  rows,
  endAction,
}: {
  caption: string
  rows: readonly SessionRow[]
  endAction: Verb<EndSessionsInput, unknown>
}) {
  const ofPerson = Map.groupBy(
    rows.filter(({ isThis }) => !isThis),
    ({ loginId }) => loginId,
  )
  const hasEnd = ofPerson.size > 0
  return (
    <Table caption={caption} minWidth={820}>
      <thead>
        <tr>
          <Th isFirst>Who</Th>
          <Th>Browser</Th>
          <Th>Since</Th>
          <Th>Last seen</Th>
          <Th>Ends at the latest</Th>
          {hasEnd && (
            <Th>
              <span className="sr-only">End</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const all = ofPerson.get(row.loginId) ?? []
          const isFirstOfPerson = all[0]?.sessionId === row.sessionId
          return (
            <Tr key={row.sessionId}>
              <RowHead>
                <bdi>{row.name}</bdi>
              </RowHead>
              <Td isSecondary>
                {row.browser} {row.isThis && <Chip>This session</Chip>}
                {!row.isHere && <Chip>In another workspace</Chip>}
              </Td>
              <Td isSecondary>{row.since}</Td>
              <Td isSecondary>{row.lastSeen}</Td>
              <Td isSecondary>{row.ends}</Td>
              {hasEnd && (
                <Td>
                  {!row.isThis && (
                    <div className="flex flex-wrap gap-2">
                      <EndSessions sessionIds={[row.sessionId]} of={row.name} endAction={endAction}>
                        End
                      </EndSessions>
                      {isFirstOfPerson && all.length > 1 && (
                        <EndSessions
                          sessionIds={all.map(({ sessionId }) => sessionId)}
                          of={row.name}
                          endAction={endAction}
                        >
                          {`End all ${all.length}`}
                        </EndSessions>
                      )}
                    </div>
                  )}
                </Td>
              )}
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}
