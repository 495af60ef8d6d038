import type { ImportPlan } from "./import-plan.ts"
import type { Fault } from "./records.ts"

/** What is wrong with a row before any cell is read for its meaning. */
export function checkCells(cells: readonly string[], plan: ImportPlan, faults: Fault[]): void {
  const width = plan.headers.length
  if (cells.length !== width && !isOnlyWider(cells, width))
    faults.push({ kind: "ragged_row", columnIndex: null, field: null, found: `${cells.length} cells` })
  for (let index = 0; index < cells.length && index < width; index += 1) {
    const cell = cells[index]!
    if (cell.length === 0) continue
    if (cell.includes("\u0000")) faults.push(faultAt("nul_character", index, cell))
    if (cell.includes("\ufffd")) faults.push(faultAt("unreadable_character", index, cell))
    else if (!cell.isWellFormed()) faults.push(faultAt("half_character", index, cell))
  }
}

const faultAt = (kind: string, columnIndex: number, found: string): Fault => ({
  kind,
  columnIndex,
  field: null,
  found,
})

/** Spreadsheets add empty cells at the end of some rows. */
function isOnlyWider(cells: readonly string[], width: number): boolean {
  if (cells.length < width) return false
  for (let index = width; index < cells.length; index += 1) if (cells[index] !== "") return false
  return true
}
