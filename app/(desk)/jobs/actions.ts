"use server"

import { revalidatePath } from "next/cache"
import { z } from "zod"
import { noteJobAsked, noteJobRetried } from "#db/commands/jobs.ts"
import { accept } from "#lib/outcome.ts"
import { action } from "#lib/server/action.ts"
import { retryJob, runJobNow } from "#lib/server/jobs/job-board.ts"

const jobName = z.string().regex(/^[a-z-]{1,60}$/, "No job has this name.")
const lookAgain = () => revalidatePath("/jobs")

export const runJob = action({
  permission: "job.manage",
  input: z.object({ name: jobName }),
  words: {},
  run: async (tx, caller, { name }) => {
    const asked = await runJobNow(name)
    await noteJobAsked(tx, caller, { name, permission: "job.manage" })
    return accept(asked)
  },
  after: lookAgain,
})

export const retryRun = action({
  permission: "job.manage",
  input: z.object({ name: jobName, jobId: z.uuid() }),
  words: {},
  run: async (tx, caller, { name, jobId }) => {
    await retryJob(caller.workspaceId, jobId)
    await noteJobRetried(tx, caller, { name, jobId })
    return accept(null)
  },
  after: lookAgain,
})
