import type { ChartTable } from "#lib/charts/chart-table.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { SignalRow } from "./schema.ts"
import { smallMultiple } from "./small-multiple.ts"

type Row = Pick<SignalRow, "label" | "source" | "unit" | "recent">

/** What small charts of measures show together: how many of them left the range in which they move by themselves. */
export function multiplesTitle(rows: readonly Row[]): string {
  const outside = rows.filter(({ recent }) => smallMultiple(recent).isOutside).length
  const all = formatCount(rows.length, "measure")
  if (outside === 0) return `None of ${all} is outside its usual range`
  return outside === 1
    ? `1 of ${all} is outside its usual range`
    : `${outside} of ${all} are outside their usual range`
}

/** The weekly values of measures, a row for each week, the newest first; a column for each measure, by source where two share a name. */
export function multiplesTable(rows: readonly Row[]): ChartTable {
  const series = rows.map(({ recent }) => smallMultiple(recent).values)
  const weeks = Math.max(0, ...series.map((values) => values.length))
  return {
    caption: "Signals by week",
    columns: [
      { label: "Week" },
      ...rows.map(({ label, source, unit }, place) => ({
        label: rows.filter((row) => row.label === label).length > 1 ? `${label} (${source})` : label,
        unit,
        isNumber: true,
        digits: series[place]?.every((value) => value === null || Number.isInteger(value)) ? 0 : 1,
      })),
    ],
    rows: Array.from({ length: weeks }, (_, back) => ({
      key: String(back),
      cells: [
        back === 0 ? "This week" : `${formatCount(back, "week")} ago`,
        ...series.map((values) => values.at(-1 - back) ?? null),
      ],
    })),
  }
}
