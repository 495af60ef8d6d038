import type { Caller } from "#lib/access/caller.ts"
import type { SyncRunState } from "#lib/imports/schema.ts"
import { jobQueue } from "#lib/server/jobs/job-queue.ts"
import { importQueues } from "./ask-worker.ts"

const freshMs = 30_000

type Run = { readonly id: string; readonly state: SyncRunState; readonly heartbeatAt: Date | null }

/**
 * Whether a run that is being written or undone stands still: whoever worked on it has said nothing for so long
 * that somebody else may take over, or stopped in order, and no job of it waits.
 */
export async function isLeftAlone(caller: Caller, run: Run): Promise<boolean> {
  if (run.state !== "writing" && run.state !== "undoing") return false
  // Leases run by the real clock, whatever the business time.
  if (run.heartbeatAt) return Date.now() - run.heartbeatAt.getTime() > freshMs
  return !(await isAskedFor(caller, run.id))
}

/** A queue that does not answer keeps nobody from going on with the run. */
async function isAskedFor({ workspaceId }: Caller, runId: string): Promise<boolean> {
  try {
    const queue = await jobQueue()
    const open = await Promise.all(
      importQueues.map(async (name) =>
        (await queue.getQueue(name)) ? queue.findJobs(name, { data: { workspaceId, runId } }) : [],
      ),
    )
    return open.flat().some(({ state }) => state === "created" || state === "retry" || state === "active")
  } catch {
    return false
  }
}
