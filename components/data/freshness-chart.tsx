import { ChartFrame } from "#components/charts/chart-frame.tsx"
import { freshnessLine } from "#components/data/freshness-line.ts"
import { formatDay, formatShortDay } from "#lib/format/day.ts"
import { noBreak } from "#lib/format/number.ts"
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
  source,
  name,
  points,
  finding,
  promiseHours,
  today,
}: {
  /** The key of the source. */
  source: string
  name: string
  points: readonly FreshnessPoint[]
  finding: FreshnessFinding
  promiseHours: number | null
  today: string
}) {
  const title = freshnessTitle({ name, finding, promiseHours })
  const promiseDays = promiseHours === null ? null : promiseHours / 24
  const top = Math.max(2, finding.longestDays + 1, (promiseDays ?? 0) * 1.25)
  const plot = height - 2 * edge
  const y = (days: number) => Math.round((1 - days / top) * plot * 10) / 10
  const { path, last } = freshnessLine(points, { top, height: plot })
  const isLate = last !== null && promiseDays !== null && last.ageDays > promiseDays
  const areWhole = points.every(({ ageDays }) => ageDays === null || Number.isInteger(ageDays))
  return (
    <ChartFrame
      id={`freshness-${encodeURIComponent(source)}`}
      level={3}
      title={<bdi>{title}</bdi>}
      subtitle={`Age in days, today by now; own scale of 0 to ${Math.ceil(top)}${noBreak}d`}
      table={{
        caption: `Age of ${name} by day`,
        columns: [
          { label: "Day" },
          { label: "Age", unit: "days", digits: areWhole ? 0 : 1, isNumber: true },
          { label: "Told more" },
        ],
        rows: points.toReversed().map(({ day, ageDays, isDelivery }) => ({
          key: day,
          cells: [formatDay(day, today), ageDays, isDelivery ? "yes" : ""],
        })),
      }}
    >
      <div role="img" aria-label={`${title}. Longest ${finding.longestDays} days.`}>
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
    </ChartFrame>
  )
}
