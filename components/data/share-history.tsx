import { ChartFrame } from "#components/charts/chart-frame.tsx"
import { seriesSummary } from "#components/charts/series-summary.ts"
import { Sparkline } from "#components/charts/sparkline.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { formatDay } from "#lib/format/day.ts"
import { historyTitle } from "#lib/quality/history-title.ts"
import type { Measurement } from "#lib/quality/schema.ts"
import { shareOf } from "#lib/quality/standing.ts"

/** The share on each day that was measured, and the same in rows. */
export function ShareHistory({
  name,
  about,
  trend,
  history,
  isMet,
  today,
}: {
  name: string
  /** Of what it is a share, and when a row meets it. */
  about: string
  /** Percent on each of the last 30 days, oldest first. */
  trend: readonly (number | null)[]
  history: readonly Measurement[]
  isMet: boolean
  today: string
}) {
  if (history.length === 0)
    return (
      <Panel title="Share that meets it, last 30 days" subtitle={about}>
        <EmptyState title="Not measured yet.">The first measurement comes within ten minutes.</EmptyState>
      </Panel>
    )
  return (
    <ChartFrame
      id="share"
      title={historyTitle(history)}
      subtitle={`Share that meets it, last 30 days, on its own scale. ${about}`}
      table={{
        caption: `${name} by day`,
        columns: [
          { label: "Day" },
          { label: "Share", unit: "%", digits: 1, isNumber: true },
          { label: "Asked", unit: "%", digits: 1, isNumber: true },
          { label: "Met", unit: "rows", isNumber: true },
          { label: "Rows", isNumber: true },
        ],
        rows: history.toReversed().map((one) => {
          const share = shareOf(one)
          return {
            key: one.day,
            cells: [
              formatDay(one.day, today),
              share === null ? null : share * 100,
              one.atLeast * 100,
              one.met,
              one.rows,
            ],
          }
        }),
      }}
    >
      <Sparkline
        values={trend}
        status={isMet ? undefined : "watch"}
        label={seriesSummary({ name: `${name}, share in percent`, values: trend, period: "day", digits: 1 })}
        width={248}
        height={96}
      />
    </ChartFrame>
  )
}
