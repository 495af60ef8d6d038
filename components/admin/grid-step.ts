export type GridPlace = { readonly row: number; readonly column: number }

const pageRows = 10

/** Where a key leads in a grid of cells, as the ARIA grid pattern says; null for a key that moves nothing. */
export function gridStep(
  key: string,
  { row, column }: GridPlace,
  { rows, columns, whole }: { rows: number; columns: number; whole: boolean },
): GridPlace | null {
  const within = (to: GridPlace): GridPlace => ({
    row: Math.min(rows - 1, Math.max(0, to.row)),
    column: Math.min(columns - 1, Math.max(0, to.column)),
  })
  switch (key) {
    case "ArrowUp":
      return within({ row: row - 1, column })
    case "ArrowDown":
      return within({ row: row + 1, column })
    case "ArrowLeft":
      return within({ row, column: column - 1 })
    case "ArrowRight":
      return within({ row, column: column + 1 })
    case "PageUp":
      return within({ row: row - pageRows, column })
    case "PageDown":
      return within({ row: row + pageRows, column })
    case "Home":
      return within({ row: whole ? 0 : row, column: 0 })
    case "End":
      return within({ row: whole ? rows - 1 : row, column: columns - 1 })
    default:
      return null
  }
}
