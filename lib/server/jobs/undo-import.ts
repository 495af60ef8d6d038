import { z } from "zod"
import { inWorkspace } from "#db/in-workspace.ts"
import { importRun } from "#db/queries/imports.ts"
import type { WorkspaceId } from "#lib/id.ts"
import { undoImport } from "#lib/server/imports/undo-import.ts"
import type { QueuedJob } from "./job.ts"
import { jobCaller } from "./job-caller.ts"

const given = z.object({ workspaceId: z.uuid(), runId: z.uuid() })

/** Takes a whole import back, or goes on with an undo whose worker was lost. */
export const undoImportJob: QueuedJob = {
  name: "undo-import",
  title: "Take an import back",
  about: "Takes back what an import wrote in short parts; stopped in the middle, it goes on where it was.",
  silentSeconds: 300,
  atOnce: 2,
  run: async (data, { beat, signal }) => {
    const { workspaceId, runId } = given.parse(data)
    const caller = jobCaller(workspaceId as WorkspaceId, "Import")
    const run = await inWorkspace(caller, (tx) => importRun(tx, caller, runId))
    // Asked twice, the first one may have taken everything back by now.
    if (run?.state !== "undoing") return { takenBack: 0, leftAlone: 0 }
    return undoImport(caller, runId, { onPart: beat, signal })
  },
}
