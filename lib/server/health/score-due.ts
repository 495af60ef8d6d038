import { rescoreDue } from "#db/commands/rescore-due.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { onceMore } from "#db/once-more.ts"
import type { JobWorkspace } from "#db/queries/workspaces.ts"
import { dayOf } from "#lib/format/instant.ts"
import { jobCaller } from "#lib/server/jobs/job-caller.ts"

/** Scores one chunk of the accounts of a workspace that have new readings, for the day that it is there. */
export function scoreDue({ workspaceId, timeZone }: JobWorkspace) {
  const caller = jobCaller(workspaceId, "Scoring of new readings")
  return onceMore(() =>
    inWorkspace(caller, (tx) => rescoreDue(tx, caller, { day: dayOf(caller.now, timeZone) })),
  )
}
