import { formatNumber } from "#lib/format/number.ts"

/** One measure or name of a chart's figures. The unit stands in the heading, so that cells stay numbers. */
export type ChartColumn = {
  readonly label: string
  readonly unit?: string
  /** Digits after the point, on the screen and in the file alike; 0 unless said. */
  readonly digits?: number
  readonly isNumber?: boolean
}

export type ChartCell = string | number | null

/** Exactly the figures that a chart draws: the table beside it and the file that is downloaded. */
export type ChartTable = {
  readonly caption: string
  readonly columns: readonly ChartColumn[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ChartCell[] }[]
}

/** "Booked, % of hours". */
export const columnHeading = ({ label, unit }: ChartColumn): string => (unit ? `${label}, ${unit}` : label)

/** A cell for people's eyes: "1,234.5"; a missing value is blank, never 0. */
export function cellText(cell: ChartCell, column: ChartColumn | undefined): string {
  if (cell === null) return ""
  return typeof cell === "number" ? formatNumber(cell, column?.digits ?? 0) : cell
}
