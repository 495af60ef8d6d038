import { importLimits } from "./limits.ts"
import type { ProblemList } from "./problem-list.ts"

const longestHeader = 200

/** Whether the first row can be a header: not too many columns, each with a name of its own. */
export function checkHeaders(headers: readonly string[], problems: ProblemList): void {
  if (headers.length > importLimits.columns)
    problems.add({
      severity: "error",
      kind: "too_many_columns",
      column: null,
      what: `The header has ${headers.length} columns`,
      expected: `At most ${importLimits.columns} columns`,
      fix: "Export fewer columns, or check that the first row is the header",
    })
  const seen = new Set<string>()
  for (const header of headers) {
    if (header.length > longestHeader || header.includes("\u0000"))
      problems.add(
        {
          severity: "error",
          kind: "wrong_header",
          column: null,
          what: "A column name is no name",
          expected: `A name of at most ${longestHeader} characters`,
          fix: "Make the first row a header row with one name per column",
        },
        { row: 1, found: header },
      )
    const name = header.trim().toLowerCase()
    if (name !== "" && seen.has(name))
      problems.add(
        {
          severity: "error",
          kind: "duplicate_column",
          column: header,
          what: "Two columns have the same name",
          expected: "Each column once",
          fix: "Rename or remove one of them in the header row",
        },
        { row: 1, found: header },
      )
    seen.add(name)
  }
}
