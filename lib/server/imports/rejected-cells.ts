/** The columns that a file of rejected rows has behind its own ones. */
export const reasonColumns = ["Problem", "Fix"] as const

const plainNumber = /^[+-]?\d+(?:[.,]\d+)*$/

/**
 * Spreadsheet programs take a text that begins like a formula for one, so it is led in by an apostrophe. A number is
 * no formula and stays one.
 */
export const harmless = (cell: string): string =>
  /^[=+\-@\t\r]/.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell

/** Whether an apostrophe leads in what would be a formula without it: no part of the text, as in spreadsheets. */
export const isMadeHarmless = (cell: string): boolean =>
  cell.length > 1 && cell.charCodeAt(0) === 39 && /^'[=+\-@\t\r]/.test(cell)

export const asWritten = (cell: string): string => (isMadeHarmless(cell) ? cell.slice(1) : cell)

/** Takes from the rows below a header what only told why they were rejected: a mended file is as it was before. */
export function withoutReasons(header: readonly string[]): (cells: readonly string[]) => readonly string[] {
  const [problem, fix] = header.slice(-reasonColumns.length)
  if (header.length <= reasonColumns.length || problem !== reasonColumns[0] || fix !== reasonColumns[1])
    return (cells) => cells
  const width = header.length
  const own = width - reasonColumns.length
  // A row that has too many cells has its reasons at its own end.
  return (cells) => cells.slice(0, cells.length > width ? -reasonColumns.length : own)
}
