import type { LeftOut } from "#db/commands/imports-write.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import { readRecord } from "#lib/imports/read-record.ts"
import type { Fault } from "#lib/imports/records.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import { describeFault } from "./describe-fault.ts"
import { readRows } from "./open-file.ts"
import type { Row, Writing } from "./writing.ts"

/** A row with its record, or why it is left out. */
export type ReadyRow = Row<ImportKind> | LeftOut

/** The rows of the stored file, read as the check decided, in the batches in which they arrive. */
export async function* readyRows({ caller, run, plan }: Writing): AsyncGenerator<readonly ReadyRow[]> {
  for await (const batch of readRows(caller, run, run.settings))
    yield batch.map(({ row, cells }): ReadyRow => {
      const { record, faults } = readRecord(plan.kind, cells, plan)
      if (record !== null && (faults.length === 0 || !faults.some((fault) => isRejected(plan, fault))))
        return { row, cells, record }
      return { row, cells, problems: faults.map((fault) => describeFault(plan, fault)) }
    })
}

/** Faults that are no reason to leave the row out leave their cell blank. */
const isRejected = ({ treatments }: ImportPlan, { kind, columnIndex }: Fault): boolean =>
  treatments.some(
    (treatment) =>
      treatment.do === "reject" &&
      treatment.problem === kind &&
      (treatment.column === null || treatment.column === columnIndex),
  )
