import { runStates } from "#components/imports/run-states.ts"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatInstant, type Place } from "#lib/format/instant.ts"
import { formatNumber } from "#lib/format/number.ts"
import { kindSpecs } from "#lib/imports/kinds.ts"
import type { ImportKind, SyncRunState } from "#lib/imports/schema.ts"

export type ImportRow = {
  readonly id: string
  readonly fileName: string
  readonly kind: ImportKind
  readonly source: string
  readonly state: SyncRunState
  readonly startedAt: Date
  readonly startedBy: string
  readonly created: number
  readonly updated: number
  readonly skipped: number
  readonly rejected: number
}

/** Every import of the workspace, newest first: what it was, how it ended and what it did. */
export function ImportsTable({ rows, place }: { rows: readonly ImportRow[]; place: Place }) {
  return (
    <Table caption="Imports, newest first" minWidth={1040} fitsPage>
      <thead>
        <tr>
          <Th isFirst>File</Th>
          <Th>Kind</Th>
          <Th>State</Th>
          <Th isNumber>Created</Th>
          <Th isNumber>Updated</Th>
          <Th isNumber>Skipped</Th>
          <Th isNumber>Rejected</Th>
          <Th>Source</Th>
          <Th>Started</Th>
          <Th>By</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <RowHead>
              <TextLink href={`/imports/${row.id}`} strong>
                <bdi>{row.fileName}</bdi>
              </TextLink>
            </RowHead>
            <Td>{kindSpecs[row.kind].label}</Td>
            <Td>
              <StatusMark status={runStates[row.state].status} plain={row.state !== "failed"}>
                {runStates[row.state].word}
              </StatusMark>
            </Td>
            <Td isNumber>{formatNumber(row.created)}</Td>
            <Td isNumber>{formatNumber(row.updated)}</Td>
            <Td isNumber>{formatNumber(row.skipped)}</Td>
            <Td isNumber>{formatNumber(row.rejected)}</Td>
            <Td isSecondary>{row.source}</Td>
            <Td isSecondary>{formatInstant(row.startedAt, place)}</Td>
            <Td isSecondary>{row.startedBy}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
