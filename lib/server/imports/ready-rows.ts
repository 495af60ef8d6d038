import { setImmediate as othersTurn } from "node:timers/promises"
import type { LeftOut } from "#db/commands/imports-write.ts"
import { faultsInWords, keepsLast, LastRowFinder, type LastRows, RowJudge } from "#lib/imports/judge-row.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import { readRows } from "./open-file.ts"
import type { Row, Writing } from "./writing.ts"

/** A row with its record, or why it is left out. */
export type ReadyRow = Row<ImportKind> | LeftOut

/** What the database answers meanwhile is heard after so many rows, about a millisecond. */
const rowsInOneGo = 100

/** The rows of the stored file from its beginning, judged as the check judged them, in batches as they arrive. */
export async function* readyRows(writing: Writing): AsyncGenerator<readonly ReadyRow[]> {
  const { caller, run, plan } = writing
  const judge = new RowJudge(plan.kind, plan, await lastRows(writing), true)
  for await (const batch of readRows(caller, run, run.settings))
    for (let from = 0; from < batch.length; from += rowsInOneGo) {
      yield batch.slice(from, from + rowsInOneGo).map(({ row, cells }): ReadyRow => {
        const { record, faults, isRejected } = judge.judge(row, cells)
        if (record !== null && !isRejected) return { row, cells, record }
        return { row, cells, problems: faultsInWords(plan, faults) }
      })
      await othersTurn()
    }
}

/** Which row of an identity counts is known only at the end of the file: when it is the last, it is read once more. */
async function lastRows({ caller, run, plan }: Writing): Promise<LastRows> {
  const finder = new LastRowFinder(plan.kind, plan)
  if (!keepsLast(plan)) return finder.rows
  for await (const batch of readRows(caller, run, run.settings))
    for (const { row, cells } of batch) finder.look(row, cells)
  return finder.rows
}
