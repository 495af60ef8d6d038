import { runStates } from "#components/imports/run-states.ts"
import { Panel } from "#components/ui/panel.tsx"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatInstant, type Place } from "#lib/format/instant.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatShare } from "#lib/format/percent.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { SyncRunState } from "#lib/imports/schema.ts"

export type RunningImport = {
  readonly id: string
  readonly fileName: string
  readonly state: SyncRunState
  readonly rowsRead: number
  readonly writtenThrough: number
  readonly startedAt: Date
  readonly startedBy: string
  readonly undoUntil: Date | null
}

/** Imports of this workspace that are under way or stopped in the middle, with the way to resume or undo each. */
export function RunningImports({ rows, place }: { rows: readonly RunningImport[]; place: Place }) {
  const stopped = rows.filter(({ state }) => state === "failed").length
  const title =
    rows.length === 0
      ? "No import is under way"
      : `${formatCount(rows.length - stopped, "import")} under way, ${formatNumber(stopped)} stopped in the middle`
  return (
    <Panel
      title={title}
      subtitle={
        <>
          This workspace alone. <TextLink href="/imports">All imports</TextLink>
        </>
      }
    >
      {rows.length > 0 && (
        <Table caption="Imports under way" minWidth={800}>
          <thead>
            <tr>
              <Th isFirst>File</Th>
              <Th>State</Th>
              <Th isNumber>Rows written</Th>
              <Th isNumber>Share</Th>
              <Th>Started</Th>
              <Th>By</Th>
              <Th>Go on</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.id}>
                <RowHead>
                  <bdi>{row.fileName}</bdi>
                </RowHead>
                <Td>
                  <StatusMark status={runStates[row.state].status} plain={row.state !== "failed"}>
                    {runStates[row.state].word}
                  </StatusMark>
                </Td>
                <Td isNumber>
                  {formatNumber(row.writtenThrough)}
                  {row.rowsRead > 0 && ` of ${formatNumber(row.rowsRead)}`}
                </Td>
                <Td isNumber>
                  {row.rowsRead > 0 && formatShare(Math.min(1, row.writtenThrough / row.rowsRead))}
                </Td>
                <Td isSecondary>{formatInstant(row.startedAt, place)}</Td>
                <Td isSecondary>{row.startedBy}</Td>
                <Td>
                  <span className="relative">
                    <TextLink href={`/imports/${row.id}`}>
                      {row.state === "failed" ? "Resume or undo" : "Watch"}
                      <span className="sr-only"> {row.fileName}</span>
                    </TextLink>
                  </span>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
