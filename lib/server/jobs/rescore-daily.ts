import { beforeSignIn } from "#db/in-workspace.ts"
import { jobWorkspaces } from "#db/queries/workspaces.ts"
import { dayOf } from "#lib/format/instant.ts"
import { rescoreWorkspace } from "#lib/server/health/rescore-workspace.ts"
import { jobCaller } from "./job-caller.ts"

/**
 * Scores every account for the day that it is in its workspace: readings grow old without anybody writing.
 * Rows that would not differ are not written, so it may run every hour.
 */
export async function rescoreDaily(): Promise<{ accounts: number; written: number }> {
  const total = { accounts: 0, written: 0 }
  for (const { workspaceId, timeZone } of await beforeSignIn(jobWorkspaces)) {
    const caller = jobCaller(workspaceId, "Daily scoring")
    const report = await rescoreWorkspace(caller, { day: dayOf(caller.now, timeZone) })
    total.accounts += report.accounts
    total.written += report.written
  }
  return total
}
