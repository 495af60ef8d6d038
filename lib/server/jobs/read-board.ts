import { randomUUID } from "node:crypto"
import type { WorkspaceId } from "#lib/id.ts"
import { log } from "#lib/platform/log.ts"
import { type JobOnBoard, jobBoard } from "./job-board.ts"

export type BoardRead = {
  /** Null when the queue did not answer; the page then shows the rest. */
  readonly board: readonly JobOnBoard[] | null
  readonly diagnosticId: string | undefined
  /** Jobs run by the clock of the machine, not by that of the business. */
  readonly readAt: Date
}

/** The job board for a page that must not fail with it. */
export async function readBoard(workspaceId: WorkspaceId): Promise<BoardRead> {
  const readAt = new Date()
  try {
    return { board: await jobBoard(workspaceId), diagnosticId: undefined, readAt }
  } catch (error) {
    const diagnosticId = randomUUID().slice(0, 8)
    log().warn({ err: error, diagnosticId }, "job board not read")
    return { board: null, diagnosticId, readAt }
  }
}
