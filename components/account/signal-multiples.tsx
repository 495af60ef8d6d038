import { ChartFrame } from "#components/charts/chart-frame.tsx"
import { seriesSummary } from "#components/charts/series-summary.ts"
import { Sparkline } from "#components/charts/sparkline.tsx"
import { measureValue } from "#components/health/measure-value.ts"
import { StatusShape } from "#components/ui/status-shape.tsx"
import { formatDay } from "#lib/format/day.ts"
import { formatSigned, noBreak } from "#lib/format/number.ts"
import { multiplesTable, multiplesTitle } from "#lib/signals/multiples-table.ts"
import type { SignalRow } from "#lib/signals/schema.ts"
import { smallMultiple } from "#lib/signals/small-multiple.ts"

const mostShown = 24

/** One small chart for each measure on the same 26 weeks: its value, its change, and where it moves by itself. */
export function SignalMultiples({ rows, today }: { rows: readonly SignalRow[]; today: string }) {
  const drawn = rows.filter((row) => row.recent.length > 1).slice(0, mostShown)
  if (drawn.length === 0) return null
  return (
    <ChartFrame
      id="signal-weeks"
      level={3}
      title={multiplesTitle(drawn)}
      subtitle="Last value of each of 26 weeks, each measure in its unit and on its own scale"
      table={multiplesTable(drawn)}
    >
      <ul className="grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-4">
        {drawn.map((row) => (
          <Multiple key={`${row.measureKey} ${row.sourceKey}`} row={row} today={today} />
        ))}
      </ul>
    </ChartFrame>
  )
}

function Multiple({ row, today }: { row: SignalRow; today: string }) {
  const { values, limits, change, isOutside } = smallMultiple(row.recent)
  const name = row.label
  return (
    <li className="min-w-0 border-t border-hairline pt-2">
      <p className="truncate text-13 font-medium" title={name}>
        {name}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-16 font-semibold tabular-nums">{measureValue(row.value, row.unit)}</span>
        <span className="text-12 text-muted">{changeWords(change, row.unit)}</span>
      </p>
      <Sparkline
        values={values}
        limits={limits}
        status={isOutside ? "changed" : undefined}
        label={seriesSummary({ name, values, period: "week", digits: 1, limits })}
        width={200}
        height={40}
      />
      <p className="flex items-center gap-1.5 text-12 text-muted">
        {isOutside && (
          <>
            <StatusShape status="changed" /> Outside its range.
          </>
        )}
        {row.source}, {formatDay(row.observedOn, today)}
      </p>
    </li>
  )
}

function changeWords(change: number | null, unit: string): string {
  if (change === null) return "no value 4 weeks before"
  const digits = Math.abs(change) >= 100 || Number.isInteger(change) ? 0 : 1
  // Differences of percentages are points of percentages.
  const said = unit === "%" ? "pt" : unit
  return `${formatSigned(change, digits)}${said === "" ? "" : `${noBreak}${said}`} in 4 weeks`
}
