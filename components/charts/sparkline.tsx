import { judgedPieces, type SeriesPoint, sparklineRuns } from "#components/charts/sparkline-runs.ts"
import type { Status } from "#lib/format/tokens.ts"

export type Limits = { readonly lower: number; readonly upper: number }

const margin = 4

/**
 * The shape of a series, as small as a word: ink line, natural limits as a band behind it, the last value as a
 * dot. A missing value is a gap; values that a person judged are open dots on a dashed line. `label` tells the same in
 * words.
 */
export function Sparkline({
  values,
  label,
  limits,
  judged = [],
  status,
  width = 132,
  height = 24,
}: {
  values: readonly (number | null)[]
  label: string
  limits?: Limits | null | undefined
  /** For each value, whether a person judged it. */
  judged?: readonly boolean[]
  /** Colour of the last dot when it is a signal. */
  status?: Status | undefined
  width?: number
  height?: number
}) {
  const known = values.filter((value) => value !== null)
  const lowest = Math.min(...known, limits?.lower ?? Number.POSITIVE_INFINITY)
  const highest = Math.max(...known, limits?.upper ?? Number.NEGATIVE_INFINITY)
  const range = highest - lowest
  const x = (place: number) => margin + (place / Math.max(1, values.length - 1)) * (width - 2 * margin)
  const y = (value: number) =>
    range === 0 ? height / 2 : margin + ((highest - value) / range) * (height - 2 * margin)
  const runs = sparklineRuns(values)
  const last = runs.at(-1)?.at(-1)
  const colour = status ? `var(--${status}-mark)` : "var(--ink)"
  const open = (place: number) => judged[place] ?? false
  const at = ({ place, value }: SeriesPoint) => ({ cx: x(place), cy: y(value) })
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="block overflow-visible"
    >
      {limits && known.length > 0 && (
        <rect
          x={0}
          y={y(limits.upper)}
          width={width}
          height={Math.max(1, y(limits.lower) - y(limits.upper))}
          fill="var(--sunken)"
        />
      )}
      {runs.map((run) =>
        run.length === 1 ? (
          <circle key={run[0]!.place} {...at(run[0]!)} r={1.5} fill="var(--ink)" />
        ) : (
          judgedPieces(run, judged).map(({ points, isJudged }) => (
            <polyline
              key={points[0]!.place}
              points={points.map((point) => `${round(x(point.place))},${round(y(point.value))}`).join(" ")}
              fill="none"
              stroke="var(--ink)"
              strokeWidth={1.5}
              strokeLinejoin="round"
              strokeDasharray={isJudged ? "2 2" : undefined}
            />
          ))
        ),
      )}
      {runs
        .flat()
        .map((point) =>
          open(point.place) && point !== last ? (
            <circle key={point.place} {...at(point)} r={1.6} fill="var(--surface)" stroke="var(--ink)" />
          ) : null,
        )}
      {last && (
        <circle
          {...at(last)}
          r={open(last.place) ? 2.5 : 3}
          fill={open(last.place) ? "var(--surface)" : colour}
          stroke={open(last.place) ? colour : undefined}
          strokeWidth={open(last.place) ? 1.5 : undefined}
        />
      )}
    </svg>
  )
}

const round = (length: number) => Math.round(length * 10) / 10
