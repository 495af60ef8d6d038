import { isGuardedCell } from "#lib/format/guarded-cell.ts"

/** The columns that a file of rejected rows has behind its own ones. */
export const reasonColumns = ["Problem", "Fix"] as const

/** A cell without the apostrophe that guarded it in a file of ours. */
export const asWritten = (cell: string): string => (isGuardedCell(cell) ? cell.slice(1).trim() : cell)

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
