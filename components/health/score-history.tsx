import { ChartTable } from "#components/charts/chart-table.tsx"
import { seriesSummary } from "#components/charts/series-summary.ts"
import { Sparkline } from "#components/charts/sparkline.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { formatDay } from "#lib/format/day.ts"
import type { Trend } from "#lib/health/trend.ts"

export type PastScore = { readonly day: string; readonly value: number | null }

/** The score over time, oldest first, in front of the range it moves in by itself. */
export function ScoreHistory({
  history,
  trend,
  period,
  today,
}: {
  history: readonly PastScore[]
  trend: Trend
  /** One step of the history: "week", "day". */
  period: string
  today: string
}) {
  const values = history.map((past) => past.value)
  const first = history.find((past) => past.value !== null)
  const last = history.findLast((past) => past.value !== null)
  if (!first || !last) {
    return (
      <Panel id="history" title="History">
        <EmptyState title="No score yet." />
      </Panel>
    )
  }
  const status = trend.isSignal ? (trend.trend === "down" ? "act" : "good") : undefined
  const band = trend.limits ? ` Grey band: usual range ${trend.limits.lower} to ${trend.limits.upper}.` : ""
  return (
    <Panel
      id="history"
      title={trend.words}
      subtitle={`Health, 0 to 100, last ${history.length} ${period}s.${band}`}
    >
      <div className="w-fit">
        <Sparkline
          values={values}
          limits={trend.limits}
          status={status}
          label={seriesSummary({ name: "Health", values, period, limits: trend.limits })}
          width={248}
          height={56}
        />
        <div className="mt-1 flex justify-between">
          <EndLabel value={first.value} day={formatDay(first.day, today)} />
          <EndLabel value={last.value} day={formatDay(last.day, today)} />
        </div>
      </div>
      <ChartTable
        caption={`Health by ${period}`}
        columns={["Day", "Health"]}
        rows={history.toReversed().map(({ day, value }) => ({
          key: day,
          cells: [formatDay(day, today), value === null ? "" : String(value)],
        }))}
      />
    </Panel>
  )
}

function EndLabel({ value, day }: { value: number | null; day: string }) {
  return (
    <p className="text-12 text-muted">
      <span className="text-14 font-medium text-ink">{value}</span> {day}
    </p>
  )
}
