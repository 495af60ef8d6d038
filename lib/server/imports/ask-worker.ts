import type { Db } from "#db/client.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { statementsOf } from "#db/statements-of.ts"
import type { Caller } from "#lib/access/caller.ts"
import { jobQueue } from "#lib/server/jobs/job-queue.ts"
import { queueSettings } from "#lib/server/jobs/queue-settings.ts"

/** The names are written here as well as at the jobs: those lead to all that writes, and this only asks for it. */
export const importQueues = ["write-import", "undo-import"] as const

type Asked = {
  readonly queueName: (typeof importQueues)[number]
  readonly runId: string
  readonly begin: (tx: Db) => Promise<void>
}

/** Lets the worker carry on with an import: its new state and the job are there together, or neither is. */
export async function askWorker(caller: Caller, { queueName, runId, begin }: Asked): Promise<void> {
  const queue = await jobQueue()
  // A product that never had a worker has no queue of this name yet.
  if (!(await queue.getQueue(queueName))) await queue.createQueue(queueName, queueSettings("standard"))
  await inWorkspace(caller, async (tx) => {
    await begin(tx)
    const { workspaceId } = caller
    await queue.send(queueName, { workspaceId, runId }, { db: statementsOf(tx) })
  })
}
