import { basename } from "node:path"
import {
  beginWriting,
  clearStage,
  failImport,
  finishImport,
  forgetImport,
  type ImportRun,
  refuseImport,
  startImport,
} from "#db/commands/imports.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { importWorkspace } from "#db/queries/imports.ts"
import { leftoverStages } from "#db/queries/imports-stage.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ColumnPlan } from "#lib/imports/column-plan.ts"
import type { Problem } from "#lib/imports/schema.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import { type CheckedFile, checkAccounts } from "./check-accounts.ts"
import { inspectTable, type TableFile } from "./table-file.ts"
import { type WrittenFile, writeStagedAccounts } from "./write-accounts.ts"

export type ImportPhase = "checking" | "writing"

export type ImportRequest = {
  readonly path: string
  /** Field to column, as the person named them. */
  readonly chosen: ReadonlyMap<string, string>
  /** The calendar day that the values are of. */
  readonly day: string
  readonly sourceKey: string
  readonly isDryRun: boolean
  readonly onProgress: (phase: ImportPhase, rows: number) => void
}

type Looked = {
  readonly rowsRead: number
  readonly problems: readonly Problem[]
  readonly table: TableFile | null
}

export type ImportReport =
  | (Looked & { readonly state: "refused" })
  | (Looked & {
      readonly state: "done" | "previewed"
      readonly plan: ColumnPlan
      readonly written: WrittenFile
    })

/**
 * Imports a file of accounts: the whole file is read and checked before the first account changes. With errors
 * nothing is written and the run is recorded as refused.
 */
export async function importAccounts(caller: Caller, request: ImportRequest): Promise<ImportReport> {
  const fileName = basename(request.path)
  const run = await inWorkspace(caller, (tx) =>
    startImport(tx, caller, { kind: "accounts", fileName, sourceKey: request.sourceKey }),
  )
  for (const id of await inWorkspace(caller, (tx) => leftoverStages(tx, caller))) await emptyStage(caller, id)
  try {
    const report = await carryOut(caller, run, request)
    await emptyStage(caller, run.id)
    return report
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error)
    // The database may be what failed: then the next import finds the run and its stage.
    await inWorkspace(caller, (tx) => failImport(tx, caller, { run, because })).catch(() => {})
    await emptyStage(caller, run.id).catch(() => {})
    throw error
  }
}

async function carryOut(caller: Caller, run: ImportRun, request: ImportRequest): Promise<ImportReport> {
  const { day, onProgress } = request
  const { currency } = await inWorkspace(caller, (tx) => importWorkspace(tx, caller))
  const table = await inspectTable(request.path).catch(asUnreadable)
  const checked =
    table instanceof UnreadableFile
      ? unreadable(table)
      : await checkAccounts(caller, {
          runId: run.id,
          file: table,
          chosen: request.chosen,
          currency,
          onRows: (rows) => onProgress("checking", rows),
        })
  const { plan, rowsRead, problems } = checked
  const looked = { rowsRead, problems, table: table instanceof UnreadableFile ? null : table }
  const sha256 = looked.table?.sha256 ?? null
  if (plan === null || sha256 === null || problems.some(({ severity }) => severity === "error")) {
    await inWorkspace(caller, (tx) => refuseImport(tx, caller, { run, sha256, rowsRead, problems }))
    return { ...looked, state: "refused" }
  }
  const mapping = Object.fromEntries([...plan.fields].map(([field, { header }]) => [field, header]))
  await inWorkspace(caller, (tx) => beginWriting(tx, caller, { run, sha256, mapping, rowsRead }))
  const written = await writeStagedAccounts(caller, {
    run,
    plan,
    day,
    currency,
    onRows: (rows) => onProgress("writing", rows),
    isRehearsal: request.isDryRun,
  })
  if (request.isDryRun) {
    await inWorkspace(caller, (tx) => forgetImport(tx, caller, { run }))
    return { ...looked, state: "previewed", plan, written }
  }
  const { created, updated, unchanged, signals } = written
  const counts = { read: rowsRead, created, updated, unchanged, signals }
  await inWorkspace(caller, (tx) => finishImport(tx, caller, { run, counts, day, warnings: problems }))
  return { ...looked, state: "done", plan, written }
}

function asUnreadable(error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error
  throw error
}

const unreadable = ({ message, fix }: UnreadableFile): CheckedFile => ({
  rowsRead: 0,
  plan: null,
  problems: [
    {
      id: "unreadable_file",
      kind: "unreadable_file",
      severity: "error",
      column: null,
      columnIndex: null,
      values: [],
      repairs: [],
      what: message,
      count: 1,
      samples: [],
      expected: "A CSV file with a header row, one account per row",
      fix,
    },
  ],
})

async function emptyStage(caller: Caller, runId: string): Promise<void> {
  const atMost = 5_000
  for (;;) {
    const gone = await inWorkspace(caller, (tx) => clearStage(tx, caller, { runId, atMost }))
    if (gone < atMost) return
  }
}
