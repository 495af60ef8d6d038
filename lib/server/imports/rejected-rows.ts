import { stringify } from "csv-stringify/sync"
import { inWorkspace } from "#db/in-workspace.ts"
import { importRun, type RejectedRow, rejectedRows } from "#db/queries/imports.ts"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { notFound } from "#lib/errors.ts"
import { guardedCell } from "#lib/format/guarded-cell.ts"
import { reasonColumns } from "./rejected-cells.ts"

const rowsAtOnce = 500

/**
 * The rows that an import left out, as a CSV file to mend and import again: its own columns, then what is wrong and how
 * to fix it.
 */
export async function* rejectedRowsCsv(caller: Caller, runId: string): AsyncGenerator<string> {
  assertCan(caller, "import.write")
  const run = await inWorkspace(caller, (tx) => importRun(tx, caller, runId))
  if (!run) throw notFound("import")
  const header = run.report?.plan?.headers ?? []
  yield `\ufeff${lines([[...header, ...reasonColumns]])}`
  for (let after = 0; ; ) {
    const rows = await inWorkspace(caller, (tx) =>
      rejectedRows(tx, caller, { runId, after, limit: rowsAtOnce }),
    )
    if (rows.length > 0) yield lines(rows.map((row) => cellsOf(row, header.length)))
    const last = rows.at(-1)
    if (!last || rows.length < rowsAtOnce) return
    after = last.row
  }
}

/** Short rows are filled up, so that problem and fix stand below their names. */
function cellsOf({ cells, problems }: RejectedRow, columns: number): string[] {
  const missing = Array.from({ length: Math.max(0, columns - cells.length) }, () => "")
  const whats = problems.map(({ what }) => what).join("; ")
  return [...cells, ...missing, whats, problems.map(({ fix }) => fix).join("; ")]
}

const lines = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((cells) => cells.map(guardedCell)),
    { record_delimiter: "\r\n" },
  )
