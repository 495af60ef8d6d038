import { beginWriting } from "#db/commands/imports-write.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { statementsOf } from "#db/statements-of.ts"
import type { Caller } from "#lib/access/caller.ts"
import { jobQueue } from "#lib/server/jobs/job-queue.ts"
import { queueSettings } from "#lib/server/jobs/queue-settings.ts"

/** The name is written here as well as at the job: the job leads to all that writes, and this only asks for it. */
export const writeImportQueue = "write-import"

/** Lets the worker write an import: its new state and the job are there together, or neither is. */
export async function startWriting(caller: Caller, runId: string): Promise<void> {
  const queue = await jobQueue()
  // A product that never had a worker has no queue of this name yet.
  if (!(await queue.getQueue(writeImportQueue)))
    await queue.createQueue(writeImportQueue, queueSettings("standard"))
  await inWorkspace(caller, async (tx) => {
    await beginWriting(tx, caller, { runId })
    const { workspaceId } = caller
    await queue.send(writeImportQueue, { workspaceId, runId }, { db: statementsOf(tx) })
  })
}
