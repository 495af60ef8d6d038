import { ChartTable } from "#components/charts/chart-table.tsx"
import { seriesSummary } from "#components/charts/series-summary.ts"
import { Sparkline } from "#components/charts/sparkline.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { formatDay } from "#lib/format/day.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatShare } from "#lib/format/percent.ts"
import { shareWords } from "#lib/quality/asked-words.ts"
import type { Measurement } from "#lib/quality/schema.ts"
import { shareOf } from "#lib/quality/standing.ts"

/** The share on each day that was measured, and the same in rows. */
export function ShareHistory({
  name,
  trend,
  history,
  isMet,
  today,
}: {
  name: string
  /** Percent on each of the last 30 days, oldest first. */
  trend: readonly (number | null)[]
  history: readonly Measurement[]
  isMet: boolean
  today: string
}) {
  if (history.length === 0)
    return <EmptyState title="Not measured yet.">The first measurement comes within ten minutes.</EmptyState>
  return (
    <>
      <Sparkline
        values={trend}
        status={isMet ? undefined : "watch"}
        label={seriesSummary({ name: `${name}, share in percent`, values: trend, period: "day", digits: 1 })}
        width={280}
        height={64}
      />
      <ChartTable
        caption={`${name} by day`}
        columns={["Day", "Share", "Asked", "Met", "Rows"]}
        rows={history.toReversed().map((one) => ({
          key: one.day,
          cells: [
            formatDay(one.day, today),
            shareOf(one) === null ? "" : shareWords(shareOf(one) ?? 0),
            formatShare(one.atLeast),
            formatNumber(one.met),
            formatNumber(one.rows),
          ],
        }))}
      />
    </>
  )
}
