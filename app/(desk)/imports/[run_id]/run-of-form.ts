import { inWorkspace } from "#db/in-workspace.ts"
import { type ImportRunRow, importRun } from "#db/queries/imports.ts"
import type { Caller } from "#lib/access/caller.ts"
import { AppError, notFound } from "#lib/errors.ts"
import type { RunParams } from "./open-run.ts"

/** The run that a form is about. Throws `not_found` for an id that names none here. */
export async function runOfForm(caller: Caller, { run_id }: RunParams): Promise<ImportRunRow> {
  const run = await inWorkspace(caller, (tx) => importRun(tx, caller, run_id))
  if (run) return run
  throw notFound("import")
}

/** The same while its settings may still change. Throws `conflict` once it is being written. */
export async function openRunOfForm(caller: Caller, params: RunParams): Promise<ImportRunRow> {
  const run = await runOfForm(caller, params)
  if (run.state === "draft" || run.state === "checked") return run
  throw new AppError("conflict", "This import is past its check; its settings can no longer change.")
}
