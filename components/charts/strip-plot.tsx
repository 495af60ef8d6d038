import { scaleTicks } from "#lib/charts/scale-ticks.ts"
import { stripDots } from "#lib/charts/strip-dots.ts"
import { formatNumber } from "#lib/format/number.ts"
import type { Status } from "#lib/format/tokens.ts"
import { quantile } from "#lib/math/quantile.ts"

export type StripPoint = {
  readonly key: string
  readonly value: number | null
  /** Filled in its colour when somebody must look; open otherwise. */
  readonly status?: Status | undefined
}

const plotHeight = 56
const labelHeight = 18
const radius = 3.5
const percent = (share: number) => `${Math.round(share * 1000) / 10}%`

/**
 * One dot for each of many values on one scale, all dots alike in size; their height means nothing. The median is a
 * tick with its number, `cuts` are the edges of bands. `summary` tells the finding in words.
 */
export function StripPlot({
  points,
  scale,
  cuts = [],
  summary,
  digits = 0,
}: {
  points: readonly StripPoint[]
  scale: { readonly from: number; readonly to: number }
  cuts?: readonly number[]
  summary: string
  digits?: number
}) {
  const statuses = new Map(points.map(({ key, status }) => [key, status]))
  const dots = stripDots(points, scale)
  const median = quantile(
    dots.map(({ value }) => value).sort((a, b) => a - b),
    0.5,
  )
  const share = (value: number) =>
    Math.min(1, Math.max(0, (value - scale.from) / (scale.to - scale.from || 1)))
  const ticks = scaleTicks({ lowest: scale.from, highest: scale.to }).filter(
    (tick) => tick >= scale.from && tick <= scale.to,
  )
  const top = labelHeight + radius
  const bottom = top + plotHeight + radius
  return (
    <div role="img" aria-label={summary} className="px-4">
      <svg
        aria-hidden="true"
        width="100%"
        height={bottom + labelHeight}
        className="block overflow-visible text-12"
      >
        <line x1="0%" x2="100%" y1={bottom} y2={bottom} stroke="var(--hairline)" />
        {cuts.map((cut) => (
          <line
            key={cut}
            x1={percent(share(cut))}
            x2={percent(share(cut))}
            y1={labelHeight}
            y2={bottom}
            stroke="var(--control)"
            strokeDasharray="2 3"
          />
        ))}
        {ticks.map((tick) => (
          <text key={tick} x={percent(share(tick))} y={bottom + 14} textAnchor="middle" fill="var(--muted)">
            {formatNumber(tick, Number.isInteger(tick) ? 0 : digits || 1)}
          </text>
        ))}
        <g fill="none" stroke="var(--ink-2)" strokeWidth="1.2">
          {dots.map(({ key, x, y }) =>
            statuses.get(key) ? null : (
              <circle key={key} cx={percent(x)} cy={Math.round(top + y * plotHeight)} r={radius} />
            ),
          )}
        </g>
        <g stroke="var(--surface)" strokeWidth="1">
          {dots.map(({ key, x, y }) => {
            const status = statuses.get(key)
            return status ? (
              <circle
                key={key}
                cx={percent(x)}
                cy={Math.round(top + y * plotHeight)}
                r={radius + 0.5}
                fill={`var(--${status}-mark)`}
              />
            ) : null
          })}
        </g>
        {median !== null && (
          <>
            <line
              x1={percent(share(median))}
              x2={percent(share(median))}
              y1={labelHeight}
              y2={bottom}
              stroke="var(--ink)"
              strokeWidth="2"
            />
            <text
              x={percent(share(median))}
              y={12}
              textAnchor={share(median) < 0.15 ? "start" : share(median) > 0.85 ? "end" : "middle"}
              fill="var(--ink)"
            >
              median {formatNumber(median, digits)}
            </text>
          </>
        )}
      </svg>
    </div>
  )
}
