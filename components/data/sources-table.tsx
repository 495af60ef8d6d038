import type { SourceRow } from "#components/data/source-row.ts"
import { sourceStates } from "#components/data/source-states.ts"
import { DefinitionPopover } from "#components/ui/definition-popover.tsx"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatDay } from "#lib/format/day.ts"
import { formatNumber } from "#lib/format/number.ts"
import { lagWords } from "#lib/quality/lag-words.ts"

/**
 * Every source with how far it is complete, against what it promised; what calls for somebody stands first. Columns
 * that no row fills are left out.
 */
export function SourcesTable({
  rows,
  today,
  alone = false,
}: {
  rows: readonly SourceRow[]
  today: string
  /** On the page of one source: its owner is told also when there is none, its error stands under the table. */
  alone?: boolean
}) {
  const filled: Filled = {
    rejected: rows.some(({ rowsRead }) => rowsRead > 0),
    owner: alone || rows.some(({ ownerName }) => ownerName !== null),
    error: !alone && rows.some(({ lastError }) => lastError !== null),
  }
  return (
    <Table caption="Sources" minWidth={1080}>
      <thead>
        <tr>
          <Th isFirst>Source</Th>
          <Th note={<StateDefinition />}>State</Th>
          <Th>Complete to</Th>
          <Th isNumber note={<LagDefinition />}>
            Lag
          </Th>
          <Th isNumber note={<PromiseDefinition />}>
            Promise
          </Th>
          <Th isNumber>Readings today</Th>
          <Th isNumber note={<ReadingsDefinition />}>
            In all
          </Th>
          {filled.rejected && (
            <Th isNumber note={<RejectedDefinition />}>
              Rejected, 30 d
            </Th>
          )}
          {filled.owner && <Th>Owner</Th>}
          {filled.error && <Th>Last error</Th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <SourceTableRow key={row.key} row={row} filled={filled} today={today} />
        ))}
      </tbody>
    </Table>
  )
}

type Filled = { readonly rejected: boolean; readonly owner: boolean; readonly error: boolean }

function SourceTableRow({ row, filled, today }: { row: SourceRow; filled: Filled; today: string }) {
  const { standing, promise } = row
  const { status, word } = sourceStates[standing.state]
  const late = standing.lateHours > 0 ? `${lagWords(standing.lateHours)} late` : ""
  return (
    <Tr>
      <RowHead>
        <TextLink href={`/data/sources/${encodeURIComponent(row.key)}`}>
          <bdi>{row.name}</bdi>
        </TextLink>
      </RowHead>
      <Td>
        <StatusMark status={status} plain={status !== "act" && status !== "watch"}>
          {standing.state === "failing" && late ? `${word}, ${late}` : late || word}
        </StatusMark>
      </Td>
      <Td>{row.completeTo && formatDay(row.completeTo, today)}</Td>
      <Td isNumber>{standing.lagHours !== null && lagWords(standing.lagHours)}</Td>
      <Td isNumber isSecondary>
        {promise && (promise.isGuess ? `${lagWords(promise.hours)}, guess` : lagWords(promise.hours))}
      </Td>
      <Td isNumber>{formatNumber(row.readingsToday)}</Td>
      <Td isNumber>{formatNumber(row.readings)}</Td>
      {filled.rejected && (
        <Td isNumber>
          {row.rowsRead > 0 && `${formatNumber(row.rejected)} of ${formatNumber(row.rowsRead)}`}
        </Td>
      )}
      {filled.owner && <Td isSecondary>{row.ownerName ?? "unassigned"}</Td>}
      {filled.error && (
        <Td isSecondary wraps>
          <span className="block min-w-48 wrap-anywhere">{row.lastError}</span>
        </Td>
      )}
    </Tr>
  )
}

function StateDefinition() {
  return (
    <DefinitionPopover term="State">
      <p>
        Late: the lag is longer than the promise. Failing: the last delivery ended in an error. On time:
        neither. A connection that answers, but brings old data, is late.
      </p>
    </DefinitionPopover>
  )
}

function LagDefinition() {
  return (
    <DefinitionPopover term="Lag">
      <p>
        Time since the newest complete day ended, in the time zone of the workspace. Complete to is what the
        source says, or else the newest day that it has readings of.
      </p>
    </DefinitionPopover>
  )
}

function PromiseDefinition() {
  return (
    <DefinitionPopover term="Promise">
      <p>
        How long the lag may be. “Guess” is the usual time between its days of readings over the last quarter;
        owners of data can set another one on the page of the source.
      </p>
    </DefinitionPopover>
  )
}

function ReadingsDefinition() {
  return (
    <DefinitionPopover term="Readings">
      <p>
        Values of measures for accounts: those dated today, and all that are stored. Counted when the quality
        is measured, from the stored signals.
      </p>
    </DefinitionPopover>
  )
}

function RejectedDefinition() {
  return (
    <DefinitionPopover term="Rejected">
      <p>Rows that imports of this source left out in the last 30 days, of all rows that they read.</p>
    </DefinitionPopover>
  )
}
