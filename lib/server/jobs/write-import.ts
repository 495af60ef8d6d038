import { z } from "zod"
import { inWorkspace } from "#db/in-workspace.ts"
import { importRun } from "#db/queries/imports.ts"
import type { WorkspaceId } from "#lib/id.ts"
import { ensureStarterModel } from "#lib/server/health/ensure-starter-model.ts"
import { writeImport } from "#lib/server/imports/write-import.ts"
import type { QueuedJob } from "./job.ts"
import { jobCaller } from "./job-caller.ts"

const given = z.object({ workspaceId: z.uuid(), runId: z.uuid() })

/** Writes a checked import, or goes on with one whose worker was lost. */
export const writeImportJob: QueuedJob = {
  name: "write-import",
  title: "Write an import",
  about: "Writes the rows of a checked file in short chunks; stopped in the middle, it goes on where it was.",
  silentSeconds: 300,
  atOnce: 2,
  run: async (data, { beat, signal }) => {
    const { workspaceId, runId } = given.parse(data)
    const caller = jobCaller(workspaceId as WorkspaceId, "Import")
    const run = await inWorkspace(caller, (tx) => importRun(tx, caller, runId))
    // Asked twice, the first one may have written everything by now.
    if (run?.state === "done") return { signals: 0 }
    const outcome = await writeImport(caller, runId, { onRows: beat, signal })
    // The first values of a workspace bring its first model, and with it scores; later ones find it there.
    if (outcome.signals > 0) await ensureStarterModel(caller)
    return outcome
  },
}
