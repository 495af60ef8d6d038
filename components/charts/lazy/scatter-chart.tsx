"use client"

import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  type ScatterShapeProps,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts"
import { ChartTooltip } from "#components/charts/lazy/chart-tooltip.tsx"
import { useDismissed } from "#components/charts/lazy/use-dismissed.ts"
import type { ScatterAxis, ScatterChartProps, ScatterPoint } from "#components/charts/scatter-chart.tsx"
import { scaleTicks } from "#lib/charts/scale-ticks.ts"
import { formatNumber } from "#lib/format/number.ts"

const axisText = { fill: "var(--muted)", fontSize: 12 }

export default function ScatterDrawing({ points, x, y, lines, summary, height = 260 }: ScatterChartProps) {
  const { isDismissed, ...dismissal } = useDismissed()
  // The arrow keys go from left to right. Names come last, so that no dot covers them.
  const rows = points.toSorted((a, b) => a.x - b.x)
  return (
    <div {...dismissal}>
      <ResponsiveContainer width="100%" height={height}>
        <ScatterChart aria-label={summary} margin={{ top: 16, right: 28, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--grid)" />
          <XAxis
            dataKey="x"
            {...axisOf(
              x,
              points.map((point) => point.x),
            )}
            axisLine={{ stroke: "var(--hairline)" }}
          />
          <YAxis
            dataKey="y"
            {...axisOf(
              y,
              points.map((point) => point.y),
            )}
            axisLine={false}
            width={44}
          />
          {lines?.x !== undefined && (
            <ReferenceLine x={lines.x} stroke="var(--control)" strokeDasharray="4 3" />
          )}
          {lines?.y !== undefined && (
            <ReferenceLine y={lines.y} stroke="var(--control)" strokeDasharray="4 3" />
          )}
          <Scatter data={rows.filter(({ status }) => !status)} isAnimationActive={false} shape={Dot} />
          <Scatter data={rows.filter(({ status }) => status)} isAnimationActive={false} shape={Dot} />
          <Tooltip
            isAnimationActive={false}
            cursor={false}
            {...(isDismissed ? { active: false } : {})}
            content={({ active, payload }) => {
              const point = payload[0]?.payload as ScatterPoint | undefined
              return (
                <ChartTooltip
                  isShown={active && point !== undefined}
                  title={point?.name ?? ""}
                  lines={point ? [lineOf(x, point.x), lineOf(y, point.y)] : []}
                />
              )
            }}
          />
        </ScatterChart>
      </ResponsiveContainer>
    </div>
  )
}

const lineOf = ({ name, unit, digits = 0 }: ScatterAxis, value: number) => ({
  name,
  text: `${formatNumber(value, digits)} ${unit}`,
})

function axisOf({ name, unit, digits = 0 }: ScatterAxis, values: readonly number[]) {
  const ticks = scaleTicks({ lowest: Math.min(...values, 0), highest: Math.max(...values, 0) })
  const tickDigits = ticks.every(Number.isInteger) ? 0 : Math.max(1, digits)
  return {
    type: "number" as const,
    name: `${name}, ${unit}`,
    domain: [ticks[0]!, ticks.at(-1)!],
    ticks,
    tickFormatter: (tick: number) => formatNumber(tick, tickDigits),
    tick: axisText,
    tickLine: false,
  }
}

function Dot({ cx, cy, payload }: ScatterShapeProps) {
  const { status, name } = payload as ScatterPoint
  if (cx === undefined || cy === undefined) return null
  if (!status)
    return (
      <circle cx={cx} cy={cy} r={4} fill="none" pointerEvents="all" stroke="var(--ink-2)" strokeWidth={1.2} />
    )
  return (
    <g>
      <circle cx={cx} cy={cy} r={5} fill={`var(--${status}-mark)`} stroke="var(--surface)" />
      <text
        x={cx}
        y={cy - 9}
        textAnchor="middle"
        fontSize={12}
        fill="var(--ink)"
        stroke="var(--surface)"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {name.length > 24 ? `${name.slice(0, 23)}…` : name}
      </text>
    </g>
  )
}
