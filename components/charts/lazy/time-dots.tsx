import type { DotItemDotProps } from "recharts"
import type { TimePoint } from "#lib/charts/time-series.ts"

/** A point with what its drawing needs to know about its neighbours. */
export type PlacedPoint = TimePoint & {
  readonly isLabelled: boolean
  readonly isAlone: boolean
  /** No value follows: its label ends where the drawing does. */
  readonly isLast: boolean
  /** The line comes from above: the label stands below. */
  readonly isValley: boolean
}

/** A target is a short tick at its period, not a line. */
export function TargetTick({ cx, cy, key, value }: DotItemDotProps) {
  if (cx === undefined || cy === undefined || typeof value !== "number") return null
  return <path key={key} d={`M${cx - 5} ${cy}h10`} stroke="var(--ink)" strokeWidth="3" />
}

/** The dots that say something: a signal, the last value, a period without neighbours, one that has not ended. */
export function ValueDot({ dot, say }: { dot: DotItemDotProps; say: (value: number) => string }) {
  const { cx, cy, payload } = dot
  const point = payload as PlacedPoint
  if (cx === undefined || cy === undefined || point.actual === null) return null
  const isDrawn = point.isLabelled || point.isAlone || point.isSoFar
  return (
    <g>
      {isDrawn && <Mark point={point} x={cx} y={cy} />}
      {point.isLabelled && (
        <text
          x={point.isLast ? cx + 8 : cx}
          y={point.isValley ? cy + 20 : cy - 10}
          textAnchor={point.isLast ? "end" : "middle"}
          fontSize={12}
          fill="var(--ink)"
          stroke="var(--surface)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {say(point.actual)}
          {point.signal ? ` ${point.signal.word}` : ""}
          {point.isSoFar ? " so far" : ""}
        </text>
      )}
    </g>
  )
}

function Mark({ point, x, y }: { point: PlacedPoint; x: number; y: number }) {
  const fill = point.signal ? `var(--${point.signal.status}-mark)` : "var(--ink)"
  if (point.isSoFar) return <circle cx={x} cy={y} r={4} fill="var(--surface)" stroke={fill} strokeWidth={2} />
  if (point.signal?.status === "watch") return <path d={`M${x} ${y - 6}l6 10h-12z`} fill={fill} />
  if (point.signal?.status === "act") return <path d={`M${x - 5} ${y - 5}h10v10h-10z`} fill={fill} />
  if (point.signal?.status === "changed") return <path d={`M${x} ${y - 6}l6 6-6 6-6-6z`} fill={fill} />
  return <circle cx={x} cy={y} r={point.signal ? 5 : 3} fill={fill} />
}
