import { measureValue } from "#components/health/measure-value.ts"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { StaleValue } from "#components/ui/stale-value.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { daysBetween } from "#lib/format/calendar-day.ts"
import { formatDay } from "#lib/format/day.ts"
import { formatAge } from "#lib/format/relative-days.ts"
import type { SignalRow } from "#lib/signals/schema.ts"

/** The newest value of each measure, that of four weeks before, and how old it is. */
export function SignalsTable({ rows, today }: { rows: readonly SignalRow[]; today: string }) {
  if (rows.length === 0) return <EmptyState title="No signal has been received for this account." />
  return (
    <Table caption="Newest signals">
      <thead>
        <tr>
          <Th isFirst>Measure</Th>
          <Th isNumber>Value</Th>
          <Th isNumber>4 weeks before</Th>
          <Th>Observed</Th>
          <Th>Source</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <Tr key={`${row.measureKey} ${row.source}`}>
            <RowHead>
              <span id={isFirstOf(rows, place) ? `signal-${row.measureKey}` : undefined}>{row.label}</span>
              {row.role === "outcome" && (
                <span className="text-13 text-muted"> (outcome, never an input)</span>
              )}
            </RowHead>
            <Td isNumber>
              {row.partial ? (
                <StaleValue
                  value={measureValue(row.value, row.unit)}
                  source={row.source}
                  completeTo={row.partial.completeTo && formatDay(row.partial.completeTo, today)}
                />
              ) : (
                measureValue(row.value, row.unit)
              )}
            </Td>
            <Td isNumber>{measureValue(row.recent.at(-5) ?? null, row.unit)}</Td>
            <Td>
              {formatDay(row.observedOn, today)}{" "}
              <span className="text-13 text-muted">({formatAge(daysBetween(row.observedOn, today))})</span>
            </Td>
            <Td isSecondary>{row.source}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

/** A measure from several sources is linked to once. */
const isFirstOf = (rows: readonly SignalRow[], place: number): boolean =>
  rows.findIndex((row) => row.measureKey === rows[place]?.measureKey) === place
