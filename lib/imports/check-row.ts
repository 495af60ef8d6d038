import type { HeaderMap } from "./map-header.ts"
import type { ProblemList } from "./problem-list.ts"

/**
 * Checks one row on its own; false when its cells cannot be assigned or stored. Whatever it finds is an error,
 * except characters that could not be read.
 */
export function checkRow(
  cells: readonly string[],
  row: number,
  { header, problems }: { header: HeaderMap; problems: ProblemList },
): boolean {
  const isText = checkCharacters(cells, row, header, problems)
  if (cells.length !== header.headers.length) {
    problems.add(
      {
        kind: "ragged_row",
        severity: "error",
        column: null,
        what: "A row has another number of cells than the header",
        expected: `${header.headers.length} cells`,
        fix: 'Put texts that contain the separator or a line break into "quotes", or remove the extra cells',
      },
      { row, found: `${cells.length} cells` },
    )
    return false
  }
  const id = header.fields.get("externalId")
  if (id && (cells[id.index] ?? "").trim() === "") {
    problems.add(
      {
        kind: "empty_id",
        severity: "error",
        column: id.header,
        what: "A row has no account id",
        expected: "An id in every row",
        fix: "Fill in the id or remove the row",
      },
      { row, found: "(blank)" },
    )
  }
  return isText
}

function checkCharacters(
  cells: readonly string[],
  row: number,
  header: HeaderMap,
  problems: ProblemList,
): boolean {
  let isText = true
  for (const [index, cell] of cells.entries()) {
    const column = header.headers[index] ?? null
    if (cell.includes("\u0000")) {
      isText = false
      problems.add(
        {
          kind: "nul_character",
          severity: "error",
          column,
          what: "A cell contains the character NUL, which no text has",
          expected: "Text",
          fix: "Export the file again; it may be damaged, or no CSV file at all",
        },
        { row, found: cell },
      )
    }
    if (cell.includes("\ufffd")) {
      problems.add(
        {
          kind: "unreadable_character",
          severity: "warning",
          column,
          what: "A character could not be read and is shown as \ufffd",
          expected: "Text in one encoding throughout",
          fix: "Save the file as UTF-8 and import it again",
        },
        { row, found: cell },
      )
    }
  }
  return isText
}
