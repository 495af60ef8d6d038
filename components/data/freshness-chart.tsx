import { ChartTable } from "#components/charts/chart-table.tsx"
import { freshnessLine } from "#components/data/freshness-line.ts"
import { formatDay, formatShortDay } from "#lib/format/day.ts"
import { formatNumber, noBreak } from "#lib/format/number.ts"
import type { FreshnessFinding, FreshnessPoint } from "#lib/quality/freshness-series.ts"
import { lagWords } from "#lib/quality/lag-words.ts"
import { freshnessTitle } from "./freshness-title.ts"

const height = 104
/** Room for half a stroke at top and bottom, where the drawing is cut. */
const edge = 1

/**
 * The age of a source day by day: it rises while nothing comes and falls with each delivery. A dashed line is the
 * promise. Lines are stretched to the width there is, words keep their size.
 */
export function FreshnessChart({
  name,
  points,
  finding,
  promiseHours,
  today,
  headingLevel = 3,
}: {
  name: string
  points: readonly FreshnessPoint[]
  finding: FreshnessFinding
  promiseHours: number | null
  today: string
  headingLevel?: 2 | 3
}) {
  const title = freshnessTitle({ name, finding, promiseHours })
  const promiseDays = promiseHours === null ? null : promiseHours / 24
  const top = Math.max(2, finding.longestDays + 1, (promiseDays ?? 0) * 1.25)
  const plot = height - 2 * edge
  const y = (days: number) => Math.round((1 - days / top) * plot * 10) / 10
  const { path, last } = freshnessLine(points, { top, height: plot })
  const isLate = last !== null && promiseDays !== null && last.ageDays > promiseDays
  const Heading = `h${headingLevel}` as const
  return (
    <figure className="min-w-0">
      <Heading className="text-14 font-medium">
        <bdi>{title}</bdi>
      </Heading>
      <p className="text-12 text-muted">
        Age in days, today by now; own scale of 0 to {Math.ceil(top)}
        {noBreak}d
      </p>
      <div role="img" aria-label={`${title}. Longest ${finding.longestDays} days.`} className="mt-2">
        <div aria-hidden="true" className="flex gap-2">
          <div
            className="relative w-8 shrink-0 text-right text-12 text-muted tabular-nums"
            style={{ height }}
          >
            <span className="absolute right-0 bottom-0 translate-y-1/2">0</span>
            {finding.known > 0 && finding.longestDays > 0 && (
              <span className="absolute right-0 -translate-y-1/2" style={{ top: y(finding.longestDays) }}>
                {finding.longestDays}
              </span>
            )}
          </div>
          <div className="relative min-w-0 flex-1" style={{ height }}>
            <svg
              aria-hidden="true"
              width="100%"
              height={height}
              viewBox={`0 ${-edge} ${points.length} ${height}`}
              preserveAspectRatio="none"
              fill="none"
              className="block"
            >
              <line
                x1={0}
                x2={points.length}
                y1={plot}
                y2={plot}
                stroke="var(--grid)"
                vectorEffect="non-scaling-stroke"
              />
              {promiseDays !== null && (
                <line
                  x1={0}
                  x2={points.length}
                  y1={y(promiseDays)}
                  y2={y(promiseDays)}
                  stroke="var(--control)"
                  strokeWidth={1.5}
                  strokeDasharray="4 3"
                  vectorEffect="non-scaling-stroke"
                />
              )}
              <path
                d={path}
                stroke="var(--ink)"
                strokeWidth={2}
                strokeLinejoin="round"
                vectorEffect="non-scaling-stroke"
              />
            </svg>
            {promiseDays !== null && (
              <span
                className="absolute right-0 bg-surface px-1 text-12 text-muted"
                style={{ top: y(promiseDays) - 20 }}
              >
                promised {lagWords(promiseHours ?? 0)}
              </span>
            )}
            {last !== null && (
              <span
                className={`absolute right-0 size-2 translate-x-1/2 -translate-y-1/2 rounded-full border-2 ${isLate ? "border-watch-mark bg-watch-mark" : "border-ink bg-surface"}`}
                style={{ top: y(last.ageDays) }}
              />
            )}
          </div>
        </div>
        <div aria-hidden="true" className="mt-1 ml-10 flex justify-between text-12 text-muted">
          <span>{formatShortDay(points[0]?.day ?? today, today)}</span>
          <span>{formatShortDay(today, today)}, so far</span>
        </div>
      </div>
      <ChartTable
        caption={`Age of ${name} by day`}
        columns={["Day", "Age in days", "Told more"]}
        rows={points.toReversed().map(({ day, ageDays, isDelivery }) => ({
          key: day,
          cells: [
            formatDay(day, today),
            ageDays === null ? "" : formatNumber(ageDays, Number.isInteger(ageDays) ? 0 : 1),
            isDelivery ? "yes" : "",
          ],
        }))}
      />
    </figure>
  )
}
