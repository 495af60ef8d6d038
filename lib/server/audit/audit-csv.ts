import { stringify } from "csv-stringify/sync"
import { inWorkspace } from "#db/in-workspace.ts"
import { type AuditRow, auditNames, auditRows } from "#db/queries/audit.ts"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { mostCounted } from "#lib/audit/audit-answer.ts"
import { type AuditQuery, doorNames } from "#lib/audit/audit-query.ts"
import { eventDetail, eventTitle } from "#lib/audit/event-words.ts"
import { toldChanges } from "#lib/audit/told-changes.ts"
import { guardedCell } from "#lib/format/guarded-cell.ts"

const rowsAtOnce = 1_000
const header = ["When (UTC)", "What", "Particulars", "Before and after", "Account", "Who", "Via", "Type"]

/** The facts that the filters leave, newest first, as a CSV file that no spreadsheet takes for formulas. */
export async function* auditCsv(
  caller: Caller,
  { query, timeZone }: { query: AuditQuery; timeZone: string },
): AsyncGenerator<string> {
  assertCan(caller, "audit.read")
  yield `\ufeff${lines([header])}`
  let before: string | undefined
  for (let written = 0; written < mostCounted; written += rowsAtOnce) {
    const asked = { query: { ...query, before }, timeZone, limit: rowsAtOnce }
    const { page, names } = await inWorkspace(caller, async (tx) => {
      const rows = await auditRows(tx, caller, asked)
      return { page: rows, names: await auditNames(tx, caller, rows) }
    })
    if (page.rows.length > 0) yield lines(page.rows.map((row) => cellsOf(row, names)))
    if (page.next === null) return
    before = page.next
  }
}

const cellsOf = (row: AuditRow, names: ReadonlyMap<string, string>): string[] => [
  row.at.toISOString(),
  eventTitle(row.type),
  eventDetail(row.type, row.payload) ?? "",
  toldChanges(row.payload, names)
    .map(({ field, before, after }) => `${field}: ${before} → ${after}`)
    .join("; "),
  row.account?.name ?? "",
  row.who,
  doorNames[row.via],
  row.type,
]

const lines = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((cells) => cells.map(guardedCell)),
    { record_delimiter: "\r\n" },
  )
