import { bulletParts } from "#lib/charts/bullet-parts.ts"
import { scaleTicks } from "#lib/charts/scale-ticks.ts"
import { formatNumber } from "#lib/format/number.ts"

const fills = { 1: "var(--range-1)", 2: "var(--range-2)", 3: "var(--range-3)" } as const
const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`

/**
 * A value against its target, after S. Few: label, scale, the value as a bar, the target as a tick, ranges in one
 * hue. As small as a row; with `hasScale` the numbers of the scale stand under it. `summary` tells the same in words.
 */
export function Bullet({
  value,
  target,
  rangeEnds = [],
  scale,
  summary,
  hasScale = false,
  height = 20,
}: {
  value: number | null
  target: number | null
  /** Where the inner ranges end, rising: at most two. */
  rangeEnds?: readonly number[]
  scale: { readonly from: number; readonly to: number }
  summary: string
  hasScale?: boolean
  height?: number
}) {
  const parts = bulletParts({ value, target, rangeEnds, scale })
  const ticks = scaleTicks({ lowest: scale.from, highest: scale.to, most: 4 }).filter(
    (tick) => tick >= scale.from && tick <= scale.to,
  )
  const at = (amount: number) => percent((amount - scale.from) / (scale.to - scale.from || 1))
  return (
    <div role="img" aria-label={summary} className={hasScale ? "px-3" : ""}>
      <svg
        aria-hidden="true"
        width="100%"
        height={hasScale ? height + 20 : height}
        className="block min-w-24 overflow-visible text-12"
      >
        {parts.ranges.map((range) => (
          <rect
            key={range.tone}
            x={percent(range.from)}
            width={percent(range.length)}
            height={height}
            fill={fills[range.tone]}
          />
        ))}
        {parts.bar && (
          <rect
            x={percent(parts.bar.from)}
            y={height * 0.32}
            width={percent(parts.bar.length)}
            height={height * 0.36}
            fill="var(--ink)"
          />
        )}
        {parts.target !== null && (
          <svg aria-hidden="true" x={percent(parts.target)} overflow="visible">
            <rect x={-2.5} y={height * 0.12} width={5} height={height * 0.76} fill="var(--surface)" />
            <rect x={-1.5} y={height * 0.12} width={3} height={height * 0.76} fill="var(--ink)" />
          </svg>
        )}
        {parts.beyond && <BeyondMark side={parts.beyond} middle={height / 2} />}
        {hasScale &&
          ticks.map((tick) => (
            <text key={tick} x={at(tick)} y={height + 15} textAnchor="middle" fill="var(--muted)">
              {formatNumber(tick, Number.isInteger(tick) ? 0 : 1)}
            </text>
          ))}
      </svg>
    </div>
  )
}

/** The bar goes on past the end of the scale. */
function BeyondMark({ side, middle }: { side: "below" | "above"; middle: number }) {
  const path = side === "above" ? "m-9 -4 4 4-4 4" : "m9 -4 -4 4 4 4"
  return (
    <svg aria-hidden="true" x={side === "above" ? "100%" : "0%"} y={middle} overflow="visible">
      <path
        d={path}
        fill="none"
        stroke={side === "above" ? "var(--surface)" : "var(--ink)"}
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  )
}
