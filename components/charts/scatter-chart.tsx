"use client"

import dynamic from "next/dynamic"
import { DrawingFrame, drawingSoon } from "#components/charts/drawing-frame.tsx"
import type { Status } from "#lib/format/tokens.ts"

export type ScatterPoint = {
  readonly key: string
  readonly name: string
  readonly x: number
  readonly y: number
  /** Who must look sees it filled in its colour and by its name; the others are open circles. */
  readonly status?: Status
}

export type ScatterAxis = { readonly name: string; readonly unit: string; readonly digits?: number }

export type ScatterChartProps = {
  points: readonly ScatterPoint[]
  x: ScatterAxis
  y: ScatterAxis
  /** Lines to compare with, such as medians. */
  lines?: { readonly x?: number; readonly y?: number }
  /** The finding in words, for whoever does not see the dots. */
  summary: string
  height?: number
}

const Drawing = dynamic(() => import("#components/charts/lazy/scatter-chart.tsx"), {
  ssr: false,
  loading: drawingSoon,
})

/** Two measures against each other, a dot for each thing. Loaded after the text; stands in a `ChartFrame`. */
export function ScatterChart({ height = 260, ...chart }: ScatterChartProps) {
  return (
    <div>
      <p className="text-12 text-muted">
        Up: {chart.y.name}, {chart.y.unit}
      </p>
      <DrawingFrame summary={chart.summary} height={height}>
        <Drawing {...chart} height={height} />
      </DrawingFrame>
      <p className="text-right text-12 text-muted">
        Right: {chart.x.name}, {chart.x.unit}
      </p>
    </div>
  )
}
