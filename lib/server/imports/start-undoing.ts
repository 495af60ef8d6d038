import { beginUndo } from "#db/commands/imports-undo.ts"
import type { Caller } from "#lib/access/caller.ts"
import { askWorker } from "./ask-worker.ts"

/** Lets the worker take an import back, or go on with an undo that stopped in the middle. */
export const startUndoing = (caller: Caller, runId: string): Promise<void> =>
  askWorker(caller, { queueName: "undo-import", runId, begin: (tx) => beginUndo(tx, caller, { runId }) })
