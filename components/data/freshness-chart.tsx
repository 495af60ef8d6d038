import { ChartFrame } from "#components/charts/chart-frame.tsx"
import { freshnessLine } from "#components/data/freshness-line.ts"
import { sourceStates } from "#components/data/source-states.ts"
import { StatusShape } from "#components/ui/status-shape.tsx"
import { formatDay, formatShortDay } from "#lib/format/day.ts"
import { noBreak } from "#lib/format/number.ts"
import type { FreshnessFinding, FreshnessPoint } from "#lib/quality/freshness-series.ts"
import { lagWords } from "#lib/quality/lag-words.ts"
import type { SourceState } from "#lib/quality/source-standing.ts"
import { freshnessTitle } from "./freshness-title.ts"

const height = 104
/** Room for half a stroke at top and bottom, where the drawing is cut. */
const edge = 1

const rings = { act: "border-act-mark", watch: "border-watch-mark" } as const

/**
 * The age of a source day by day: it rises while nothing comes and falls with each delivery. A dashed line is the
 * promise. The last dot is open, for its day is not over; beside it stand the age by now and how the source stands.
 * Lines are stretched to the width there is, words keep their size.
 */
export function FreshnessChart({
  source,
  name,
  state,
  points,
  finding,
  promiseHours,
  today,
  level = 3,
}: {
  /** The key of the source. */
  source: string
  name: string
  state: SourceState
  points: readonly FreshnessPoint[]
  finding: FreshnessFinding
  promiseHours: number | null
  today: string
  /** With 2 it is a panel by itself and says what its lines are. */
  level?: 2 | 3
}) {
  const title = freshnessTitle({ name, finding, promiseHours })
  const promiseDays = promiseHours === null ? null : promiseHours / 24
  const top = Math.max(2, finding.longestDays + 1, (promiseDays ?? 0) * 1.25)
  const plot = height - 2 * edge
  const y = (days: number) => Math.round((1 - days / top) * plot * 10) / 10
  const { path, last } = freshnessLine(points, { top, height: plot })
  const { status } = sourceStates[state]
  const calls = status === "act" || status === "watch" ? status : null
  const byNow = last && lagWords(last.ageDays * 24)
  const scale = `own scale of 0 to ${Math.ceil(top)}${noBreak}d`
  const areWhole = points.every(({ ageDays }) => ageDays === null || Number.isInteger(ageDays))
  return (
    <ChartFrame
      id={`freshness-${encodeURIComponent(source)}`}
      level={level}
      title={<bdi>{title}</bdi>}
      subtitle={
        level === 2
          ? `Age of its newest complete day over the last 30 days, in days, today by now; ${scale}. The dashed line is what it promised.`
          : `Age in days, today by now; ${scale}`
      }
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
      <div
        role="img"
        aria-label={`${title}. Longest ${finding.longestDays} days.${byNow ? ` By now ${byNow}: ${sourceStates[state].word}.` : ""}`}
      >
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
                className={`absolute right-0 size-2.5 translate-x-1/2 -translate-y-1/2 rounded-full border-2 bg-surface ${calls ? rings[calls] : "border-ink"}`}
                style={{ top: y(last.ageDays) }}
              />
            )}
          </div>
          <div className="relative w-12 shrink-0 text-12 tabular-nums" style={{ height }}>
            {last !== null && (
              <span
                className="absolute left-0 flex -translate-y-1/2 items-center gap-1 whitespace-nowrap"
                style={{ top: y(last.ageDays) }}
              >
                {calls && <StatusShape status={calls} size={12} />}
                {byNow}
              </span>
            )}
          </div>
        </div>
        <div aria-hidden="true" className="mt-1 mr-14 ml-10 flex justify-between text-12 text-muted">
          <span>{formatShortDay(points[0]?.day ?? today, today)}</span>
          <span>{formatShortDay(today, today)}, so far</span>
        </div>
      </div>
    </ChartFrame>
  )
}
