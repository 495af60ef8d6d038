import { beginWriting } from "#db/commands/imports-write.ts"
import type { Caller } from "#lib/access/caller.ts"
import { askWorker } from "./ask-worker.ts"

/** Lets the worker write a checked import, or go on with one that stopped in the middle. */
export const startWriting = (caller: Caller, runId: string): Promise<void> =>
  askWorker(caller, {
    queueName: "write-import",
    runId,
    begin: (tx) => beginWriting(tx, caller, { runId }),
  })
