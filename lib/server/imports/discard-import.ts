import { discardRun, forgetFileParts } from "#db/commands/imports-receive.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import type { Caller } from "#lib/access/caller.ts"

/** Throws an import and its file away before anything of it was written. */
export async function discardImport(caller: Caller, runId: string): Promise<void> {
  await inWorkspace(caller, (tx) => discardRun(tx, caller, { runId }))
  while (await inWorkspace(caller, (tx) => forgetFileParts(tx, caller, { runId })));
}
