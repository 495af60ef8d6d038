import { ChartFrame } from "#components/charts/chart-frame.tsx"
import { seriesSummary } from "#components/charts/series-summary.ts"
import { Sparkline } from "#components/charts/sparkline.tsx"
import { historyTitle } from "#components/health/score-sentences.ts"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { formatDay } from "#lib/format/day.ts"
import type { HistoryPoint } from "#lib/health/counting-history.ts"
import type { Trend } from "#lib/health/trend.ts"

/** The score over time as it counted, oldest first, in front of the range in which the computed one moves by itself. */
export function ScoreHistory({
  history,
  trend,
  period,
  today,
}: {
  history: readonly HistoryPoint[]
  /** Of the computed scores. */
  trend: Trend
  /** One step of the history: "week", "day". */
  period: string
  today: string
}) {
  const values = history.map(({ value }) => value)
  const judged = history.map(({ isJudged }) => isJudged)
  const first = history.find(({ value }) => value !== null)
  const last = history.findLast(({ value }) => value !== null)
  if (!first || !last) {
    return (
      <Panel id="history" title="History">
        <EmptyState title="No score yet." />
      </Panel>
    )
  }
  const status = trend.isSignal && !last.isJudged ? (trend.trend === "down" ? "act" : "good") : undefined
  const band = trend.limits
    ? ` Grey band: usual range of the computed score, ${trend.limits.lower} to ${trend.limits.upper}.`
    : ""
  const open = judged.includes(true) ? " Open dots on a dashed line: judged by a person." : ""
  return (
    <ChartFrame
      id="history"
      title={historyTitle(trend, last)}
      subtitle={`Health, 0 to 100, last ${history.length} ${period}s, on its own scale.${band}${open}`}
      table={{
        caption: `Health by ${period}`,
        columns: [
          { label: "Day" },
          { label: "Health", unit: "points", isNumber: true },
          { label: "Computed", unit: "points", isNumber: true },
          { label: "Judged by a person" },
        ],
        rows: history.toReversed().map(({ day, value, computed, isJudged }) => ({
          key: day,
          cells: [formatDay(day, today), value, computed, isJudged ? "yes" : ""],
        })),
      }}
    >
      <div className="w-fit max-w-full [&>svg]:h-auto [&>svg]:max-w-full">
        <Sparkline
          values={values}
          judged={judged}
          limits={trend.limits}
          status={status}
          label={seriesSummary({ name: "Health", values, judged, period, limits: trend.limits })}
          width={400}
          height={160}
        />
        <div className="mt-1 flex justify-between">
          <EndLabel value={first.value} day={formatDay(first.day, today)} />
          <EndLabel value={last.value} day={formatDay(last.day, today)} />
        </div>
      </div>
    </ChartFrame>
  )
}

function EndLabel({ value, day }: { value: number | null; day: string }) {
  return (
    <p className="text-12 text-muted">
      <span className="text-14 font-medium text-ink">{value}</span> {day}
    </p>
  )
}
