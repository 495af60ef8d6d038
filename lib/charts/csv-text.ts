import { type ChartCell, type ChartColumn, type ChartTable, columnHeading } from "#lib/charts/chart-table.ts"
import { guardedCell } from "#lib/format/guarded-cell.ts"

/**
 * The rows of a chart's table as CSV (RFC 4180, lines end with CRLF).
 *
 * Numbers stay numbers, rounded as on the screen, with a point and without thousands marks; a missing value is an
 * empty field. Texts are guarded, so that no spreadsheet takes one for a formula.
 */
export function csvText({ columns, rows }: ChartTable): string {
  const lines = [
    columns.map((column) => textField(columnHeading(column))),
    ...rows.map(({ cells }) => cells.map((cell, place) => field(cell, columns[place]))),
  ]
  return lines.map((line) => `${line.join(",")}\r\n`).join("")
}

function field(cell: ChartCell, column: ChartColumn | undefined): string {
  if (cell === null) return ""
  if (typeof cell === "string") return textField(cell)
  if (!Number.isFinite(cell)) return ""
  return cell.toFixed(column?.digits ?? 0).replace(/^-(0(?:\.0*)?)$/, "$1")
}

function textField(text: string): string {
  const safe = guardedCell(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
