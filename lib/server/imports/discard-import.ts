import { discardRun, forgetFileParts, forgetRun } from "#db/commands/imports-receive.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import type { Caller } from "#lib/access/caller.ts"

/** Throws an import and its file away before anything of it was written. */
export async function discardImport(caller: Caller, runId: string): Promise<void> {
  await inWorkspace(caller, (tx) => discardRun(tx, caller, { runId }))
  while (await inWorkspace(caller, (tx) => forgetFileParts(tx, caller, { runId })));
}

/** The same without a trace, for a dry run. */
export async function forgetImport(caller: Caller, runId: string): Promise<void> {
  await discardImport(caller, runId)
  await inWorkspace(caller, (tx) => forgetRun(tx, caller, { runId }))
}
