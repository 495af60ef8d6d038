"use client"

import dynamic from "next/dynamic"
import { DrawingFrame, drawingSoon } from "#components/charts/drawing-frame.tsx"
import type { Limits, TimePoint } from "#lib/charts/time-series.ts"

export type TimeChartProps = {
  points: readonly TimePoint[]
  /** The finding in words, for whoever does not see the lines. */
  summary: string
  /** Names of what is drawn: "this year", "last year". */
  names: { readonly actual: string; readonly comparison?: string }
  unit: string
  digits?: number
  limits?: Limits | null
  fromZero?: boolean
  height?: number
}

const Drawing = dynamic(() => import("#components/charts/lazy/time-chart.tsx"), {
  ssr: false,
  loading: drawingSoon,
})

/**
 * A value over time, with what it has: comparison, target ticks, natural limits, forecast with its ranges. The drawing
 * is loaded after the text, into the room that is kept for it. Stands in a `ChartFrame`, which has the table.
 */
export function TimeChart({ height = 220, ...chart }: TimeChartProps) {
  const has = (key: "comparison" | "target" | "forecast" | "band50" | "band80") =>
    chart.points.some((point) => point[key] !== null && point[key] !== undefined)
  const keys = [
    { name: chart.names.actual, look: "actual" },
    has("comparison") && { name: chart.names.comparison ?? "period before", look: "comparison" },
    has("target") && { name: "target", look: "target" },
    has("forecast") && { name: "forecast", look: "forecast" },
    has("band50") && { name: "5 of 10 outcomes", look: "band50" },
    has("band80") && { name: "8 of 10 outcomes", look: "band80" },
    chart.limits && { name: "natural limits", look: "limits" },
  ].filter((key) => key !== false && key !== null && key !== undefined)
  return (
    <div>
      {keys.length > 1 && (
        <ul className="mb-1 flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2">
          {keys.map((key) => (
            <li key={key.name} className="flex items-center gap-1.5">
              <svg aria-hidden="true" width="20" height="12">
                {swatches[key.look as keyof typeof swatches]}
              </svg>
              {key.name}
            </li>
          ))}
        </ul>
      )}
      <DrawingFrame summary={chart.summary} height={height}>
        <Drawing {...chart} height={height} />
      </DrawingFrame>
    </div>
  )
}

const swatches = {
  actual: <path d="M0 6h20" stroke="var(--ink)" strokeWidth="2" />,
  comparison: <path d="M0 6h20" stroke="var(--control)" strokeWidth="1.5" strokeDasharray="4 3" />,
  target: <path d="M6 6h8" stroke="var(--ink)" strokeWidth="3" />,
  forecast: <path d="M0 6h20" stroke="var(--ink)" strokeWidth="2" strokeDasharray="5 4" />,
  band50: <path d="M0 6h20" stroke="var(--range-3)" strokeWidth="12" />,
  band80: <path d="M0 6h20" stroke="var(--range-1)" strokeWidth="12" />,
  limits: <path d="M0 6h20" stroke="var(--sunken)" strokeWidth="12" />,
} as const
