import type { BarPeriod } from "#components/charts/calendar-bars.tsx"
import type { StripPoint } from "#components/charts/strip-plot.tsx"
import type { HeatRow } from "#lib/charts/chart-sentences.ts"
import type { ChartTable } from "#lib/charts/chart-table.ts"
import { type Milestone, milestoneState } from "#lib/charts/milestone-state.ts"
import type { TimePoint } from "#lib/charts/time-series.ts"

/** The tables beside the charts of the gallery: exactly what each of them draws. */
export const timeTable = (caption: string, unit: string, points: readonly TimePoint[]): ChartTable => ({
  caption,
  columns: [
    { label: "Week" },
    { label: "Actual", unit, isNumber: true },
    { label: "Compared with", unit, isNumber: true },
    { label: "Target", unit, isNumber: true },
    { label: "Forecast", unit, isNumber: true },
    { label: "8 of 10 from", unit, isNumber: true },
    { label: "8 of 10 to", unit, isNumber: true },
  ],
  rows: points.map((point) => ({
    key: point.key,
    cells: [
      point.label,
      point.actual,
      point.comparison ?? null,
      point.target ?? null,
      point.forecast ?? null,
      point.band80?.[0] ?? null,
      point.band80?.[1] ?? null,
    ],
  })),
})

export const stripTable = (caption: string, unit: string, points: readonly StripPoint[]): ChartTable => ({
  caption,
  columns: [{ label: "Account" }, { label: "Health", unit, isNumber: true }],
  rows: points.map(({ key, value }) => ({ key, cells: [key, value] })),
})

export const heatTable = (
  caption: string,
  unit: string,
  columns: readonly string[],
  rows: readonly HeatRow[],
): ChartTable => ({
  caption,
  columns: [{ label: "Team" }, ...columns.map((label) => ({ label, unit, isNumber: true }))],
  rows: rows.map((row) => ({
    key: row.key,
    cells: [row.label, ...columns.map((_, place) => row.values[place] ?? null)],
  })),
})

export const trackTable = (caption: string, milestones: readonly Milestone[], today: string): ChartTable => ({
  caption,
  columns: [
    { label: "Milestone" },
    { label: "Planned" },
    { label: "Reached" },
    { label: "Late", unit: "days", isNumber: true },
    { label: "State" },
  ],
  rows: milestones.map((one) => ({
    key: one.key,
    cells: [
      one.label,
      one.plannedOn,
      one.reachedOn,
      milestoneState(one, today).daysLate,
      milestoneState(one, today).words,
    ],
  })),
})

export const barsTable = (
  caption: string,
  step: string,
  unit: string,
  parts: readonly string[],
  periods: readonly BarPeriod[],
): ChartTable => ({
  caption,
  columns: [
    { label: step },
    ...parts.map((label) => ({ label, unit, isNumber: true })),
    { label: "Total", unit, isNumber: true },
  ],
  rows: periods.map(({ key, label, amounts }) => ({
    key,
    cells: [
      label,
      ...parts.map((_, place) => amounts?.[place] ?? null),
      amounts === null ? null : amounts.reduce((sum, amount) => sum + amount, 0),
    ],
  })),
})
