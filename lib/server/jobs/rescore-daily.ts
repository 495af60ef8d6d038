import { beforeSignIn } from "#db/in-workspace.ts"
import { jobWorkspaces } from "#db/queries/workspaces.ts"
import { dayOf } from "#lib/format/instant.ts"
import { rescoreWorkspace } from "#lib/server/health/rescore-workspace.ts"
import type { Progress } from "./job.ts"
import { jobCaller } from "./job-caller.ts"

type Workspaces = Awaited<ReturnType<typeof jobWorkspaces>>
type Total = { accounts: number; written: number }

/**
 * Scores every account for the day that it is in its workspace: readings grow old without anybody writing.
 * Rows that would not differ are not written, so it may run every hour.
 */
export async function rescoreDaily(progress: Progress): Promise<Total> {
  return rescoreEach(await beforeSignIn(jobWorkspaces), progress)
}

/** One workspace that fails keeps none of the others waiting; the job fails after all had their turn. */
export async function rescoreEach(workspaces: Workspaces, { beat, signal }: Progress): Promise<Total> {
  const total = { accounts: 0, written: 0 }
  const failures: Error[] = []
  for (const { workspaceId, timeZone } of workspaces) {
    signal.throwIfAborted()
    try {
      const caller = jobCaller(workspaceId, "Daily scoring")
      const report = await rescoreWorkspace(caller, { day: dayOf(caller.now, timeZone), onChunk: beat })
      total.accounts += report.accounts
      total.written += report.written
    } catch (error) {
      failures.push(new Error(`Workspace ${workspaceId} was not scored.`, { cause: error }))
    }
  }
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `${failures.length} of ${workspaces.length} workspaces were not scored.`,
    )
  return total
}
