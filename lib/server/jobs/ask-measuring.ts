import type { WorkspaceId } from "#lib/id.ts"
import { jobQueue } from "./job-queue.ts"

/** Asks the worker to measure a workspace now. Asked twice, it is measured twice, which does no harm. */
export async function askMeasuring(workspaceId: WorkspaceId): Promise<void> {
  const queue = await jobQueue()
  await queue.send("measure-workspace", { workspaceId })
}
