import { seriesSummary } from "#components/charts/series-summary.ts"
import { Sparkline } from "#components/charts/sparkline.tsx"
import { measureValue } from "#components/health/measure-value.ts"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { StaleValue } from "#components/ui/stale-value.tsx"
import { StatusShape } from "#components/ui/status-shape.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { daysBetween } from "#lib/format/calendar-day.ts"
import { formatDay } from "#lib/format/day.ts"
import { formatSigned, noBreak } from "#lib/format/number.ts"
import { formatAge } from "#lib/format/relative-days.ts"
import type { SignalRow } from "#lib/signals/schema.ts"
import { smallMultiple } from "#lib/signals/small-multiple.ts"

/** Each measure on the same 26 weeks: its newest value, its change, where it moves by itself, and how old it is. */
export function SignalsTable({ rows, today }: { rows: readonly SignalRow[]; today: string }) {
  if (rows.length === 0) return <EmptyState title="No signal has been received for this account." />
  return (
    <Table caption="Newest signals" minWidth={880}>
      <thead>
        <tr>
          <Th isFirst>Measure</Th>
          <Th>Last 26 weeks</Th>
          <Th isNumber>Value</Th>
          <Th isNumber>4 weeks before</Th>
          <Th isNumber>Change</Th>
          <Th>Usual range</Th>
          <Th>Observed</Th>
          <Th>Source</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <SignalTr
            key={`${row.measureKey} ${row.source}`}
            row={row}
            id={isFirstOf(rows, place) ? `signal-${row.measureKey}` : undefined}
            today={today}
          />
        ))}
      </tbody>
    </Table>
  )
}

function SignalTr({ row, id, today }: { row: SignalRow; id: string | undefined; today: string }) {
  const { values, limits, change, isOutside } = smallMultiple(row.recent)
  const value = measureValue(row.value, row.unit)
  return (
    <Tr>
      <RowHead>
        <span id={id}>{row.label}</span>
        {row.role === "outcome" && <span className="text-13 text-muted"> (outcome, never an input)</span>}
      </RowHead>
      <Td>
        {row.recent.length > 1 && (
          <Sparkline
            values={values}
            limits={limits}
            status={isOutside ? "changed" : undefined}
            label={seriesSummary({ name: row.label, values, period: "week", digits: 1, limits })}
            width={200}
            height={32}
          />
        )}
      </Td>
      <Td isNumber>
        {row.partial ? (
          <StaleValue
            value={value}
            source={row.source}
            completeTo={row.partial.completeTo && formatDay(row.partial.completeTo, today)}
          />
        ) : (
          value
        )}
      </Td>
      <Td isNumber>{measureValue(row.recent.at(-5) ?? null, row.unit)}</Td>
      <Td isNumber>{change !== null && changeWords(change, row.unit)}</Td>
      <Td isSecondary>
        {isOutside ? (
          <span className="inline-flex items-center gap-1.5">
            <StatusShape status="changed" /> Outside
          </span>
        ) : (
          limits && "Inside"
        )}
      </Td>
      <Td>
        {formatDay(row.observedOn, today)}{" "}
        <span className="text-13 text-muted">({formatAge(daysBetween(row.observedOn, today))})</span>
      </Td>
      <Td isSecondary>{row.source}</Td>
    </Tr>
  )
}

function changeWords(change: number, unit: string): string {
  const digits = Math.abs(change) >= 100 || Number.isInteger(change) ? 0 : 1
  // Differences of percentages are points of percentages.
  const said = unit === "%" ? "pt" : unit
  return `${formatSigned(change, digits)}${said === "" ? "" : `${noBreak}${said}`}`
}

/** A measure from several sources is linked to once. */
const isFirstOf = (rows: readonly SignalRow[], place: number): boolean =>
  rows.findIndex((row) => row.measureKey === rows[place]?.measureKey) === place
