import { beforeSignIn } from "#db/in-workspace.ts"
import { type JobWorkspace, jobWorkspaces } from "#db/queries/workspaces.ts"
import { dayOf } from "#lib/format/instant.ts"
import { rescoreWorkspace } from "#lib/server/health/rescore-workspace.ts"
import { eachWorkspace } from "./each-workspace.ts"
import type { Progress } from "./job.ts"
import { jobCaller } from "./job-caller.ts"

type Total = { accounts: number; written: number }

/**
 * Scores every account for the day that it is in its workspace: readings grow old without anybody writing.
 * Rows that would not differ are not written, so it may run every hour.
 */
export async function rescoreDaily(progress: Progress): Promise<Total> {
  return rescoreEach(await beforeSignIn(jobWorkspaces), progress)
}

export async function rescoreEach(
  workspaces: readonly JobWorkspace[],
  { beat, signal }: Progress,
): Promise<Total> {
  const total = { accounts: 0, written: 0 }
  // Who hears that the wait is over stops with the chunk.
  const onChunk = () => {
    beat()
    signal.throwIfAborted()
  }
  await eachWorkspace(workspaces, {
    done: "scored",
    signal,
    work: async ({ workspaceId, timeZone }) => {
      const caller = jobCaller(workspaceId, "Daily scoring")
      const report = await rescoreWorkspace(caller, { day: dayOf(caller.now, timeZone), onChunk })
      total.accounts += report.accounts
      total.written += report.written
    },
  })
  return total
}
