"use client"

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  type TooltipPayloadEntry,
  XAxis,
  YAxis,
} from "recharts"
import { ChartTooltip } from "#components/charts/lazy/chart-tooltip.tsx"
import { type PlacedPoint, TargetTick, ValueDot } from "#components/charts/lazy/time-dots.tsx"
import { useDismissed } from "#components/charts/lazy/use-dismissed.ts"
import type { TimeChartProps } from "#components/charts/time-chart.tsx"
import { labelledPlaces, type TimePoint, timeTicks } from "#lib/charts/time-series.ts"
import { formatNumber } from "#lib/format/number.ts"

const axisText = { fill: "var(--muted)", fontSize: 12 }
const still = { isAnimationActive: false, type: "linear", activeDot: false } as const

/** The only place, with the scatter chart, that knows the drawing library. */
export default function TimeDrawing({
  points,
  names,
  unit,
  digits = 0,
  limits,
  fromZero = false,
  summary,
  height = 220,
}: TimeChartProps) {
  const { isDismissed, ...dismissal } = useDismissed()
  const ticks = timeTicks(points, { limits, fromZero })
  const labelled = labelledPlaces(points)
  const rows: PlacedPoint[] = points.map((point, place) => ({
    ...point,
    isLabelled: labelled.has(place),
    isAlone: isMissing(points[place - 1]) && isMissing(points[place + 1]),
    isLast: points.slice(place + 1).every(isMissing),
    isValley: isHigher(points[place - 1], point) || isHigher(points[place + 1], point),
  }))
  const labels = new Map(points.map(({ key, label }) => [key, label]))
  const named = (key: unknown) => labels.get(String(key)) ?? String(key)
  const say = (value: number) => formatNumber(value, digits)
  const tickDigits = ticks.every(Number.isInteger) ? 0 : Math.max(1, digits)
  return (
    <div {...dismissal}>
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart aria-label={summary} data={rows} margin={{ top: 20, right: 28, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--grid)" />
          {limits && (
            <ReferenceArea
              y1={limits.lower}
              y2={limits.upper}
              fill="var(--sunken)"
              fillOpacity={1}
              zIndex={-150}
            />
          )}
          <XAxis
            dataKey="key"
            tickFormatter={named}
            tick={axisText}
            tickLine={false}
            axisLine={{ stroke: "var(--hairline)" }}
            interval="preserveStartEnd"
            minTickGap={12}
            padding={{ left: 12, right: 12 }}
          />
          <YAxis
            width={44}
            domain={[ticks[0]!, ticks.at(-1)!]}
            ticks={ticks}
            tickFormatter={(tick: number) => formatNumber(tick, tickDigits)}
            tick={axisText}
            tickLine={false}
            axisLine={false}
          />
          <Area
            {...still}
            dataKey="band80"
            name="8 of 10"
            stroke="none"
            fill="var(--range-1)"
            fillOpacity={1}
          />
          <Area
            {...still}
            dataKey="band50"
            name="5 of 10"
            stroke="none"
            fill="var(--range-3)"
            fillOpacity={1}
          />
          <Line
            {...still}
            dataKey="comparison"
            name={names.comparison ?? "period before"}
            stroke="var(--control)"
            strokeWidth={1.5}
            strokeDasharray="4 3"
            dot={false}
          />
          <Line {...still} dataKey="target" name="target" stroke="none" dot={TargetTick} />
          <Line
            {...still}
            dataKey="forecast"
            name="forecast"
            stroke="var(--ink)"
            strokeWidth={2}
            strokeDasharray="5 4"
            dot={false}
          />
          <Line
            {...still}
            dataKey="actual"
            name={names.actual}
            stroke="var(--ink)"
            strokeWidth={2}
            dot={(dot) => <ValueDot key={dot.key} dot={dot} say={say} />}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--control)" }}
            {...(isDismissed ? { active: false } : {})}
            content={({ active, label, payload }) => (
              <ChartTooltip
                isShown={active}
                title={named(label)}
                lines={payload.toSorted(asDrawn).map((entry) => ({
                  name: String(entry.name),
                  text: tooltipText(entry.value, say, unit),
                }))}
              />
            )}
          />
        </ComposedChart>
      </ResponsiveContainer>
      {ticks[0] !== 0 && (
        <p className="sr-only">The value axis begins at {formatNumber(ticks[0]!, tickDigits)}.</p>
      )}
    </div>
  )
}

const isMissing = (point: TimePoint | undefined) => (point?.actual ?? null) === null

const isHigher = (one: TimePoint | undefined, than: TimePoint) =>
  (one?.actual ?? Number.NEGATIVE_INFINITY) > (than.actual ?? Number.POSITIVE_INFINITY)

const order = ["actual", "comparison", "target", "forecast", "band50", "band80"]

const asDrawn = (one: TooltipPayloadEntry, other: TooltipPayloadEntry) =>
  order.indexOf(String(one.dataKey)) - order.indexOf(String(other.dataKey))

function tooltipText(value: unknown, say: (value: number) => string, unit: string): string {
  if (Array.isArray(value)) return `${value.map((end) => say(Number(end))).join(" to ")} ${unit}`
  return typeof value === "number" ? `${say(value)} ${unit}` : ""
}
