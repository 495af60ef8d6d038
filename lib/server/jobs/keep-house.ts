import { catchUpAccountList } from "#db/commands/account-list.ts"
import { forgetOldImports, forgetOldPages, keepHouse } from "#db/commands/housekeeping.ts"
import { beforeSignIn, inWorkspace } from "#db/in-workspace.ts"
import { jobWorkspaces } from "#db/queries/workspaces.ts"
import type { Progress } from "./job.ts"
import { jobCaller } from "./job-caller.ts"

const rowsAtOnce = 500

type Kept = {
  partitionsMade: number
  sessionsForgotten: number
  rowsForgotten: number
  rowsListedAnew: number
}

/** The upkeep of the whole and of each workspace, in short transactions; broken off, the next run goes on. */
export async function keepWholeHouse({ beat, signal }: Progress): Promise<Kept> {
  const kept: Kept = { ...(await beforeSignIn(keepHouse)), rowsForgotten: 0, rowsListedAnew: 0 }
  for (const { workspaceId } of await beforeSignIn(jobWorkspaces)) {
    const caller = jobCaller(workspaceId, "Housekeeping")
    const untilNone = async (work: () => Promise<number>): Promise<number> => {
      let total = 0
      for (;;) {
        signal.throwIfAborted()
        beat()
        const done = await work()
        if (done === 0) return total
        total += done
      }
    }
    kept.rowsForgotten += await untilNone(async () => {
      const { forgotten } = await inWorkspace(caller, (tx) => forgetOldImports(tx, caller))
      return forgotten
    })
    kept.rowsForgotten += await untilNone(async () => {
      const { forgotten } = await inWorkspace(caller, (tx) => forgetOldPages(tx, caller))
      return forgotten
    })
    kept.rowsListedAnew += await untilNone(async () => {
      const asked = { atMost: rowsAtOnce }
      const { found } = await inWorkspace(caller, (tx) => catchUpAccountList(tx, caller, asked))
      return found
    })
  }
  return kept
}
