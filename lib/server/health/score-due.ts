import { ensureScoreMonth } from "#db/commands/rescore.ts"
import { nextDue, rescoreDue, setAsideDue } from "#db/commands/rescore-due.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { onceMore } from "#db/once-more.ts"
import { publishedModels } from "#db/queries/health.ts"
import type { JobWorkspace } from "#db/queries/workspaces.ts"
import type { Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { dayOf } from "#lib/format/instant.ts"
import { log } from "#lib/platform/log.ts"
import { jobCaller } from "#lib/server/jobs/job-caller.ts"

/**
 * Scores one chunk of the accounts of a workspace that have new readings, for the day that it is there. Where a chunk
 * fails it is halved down to one account; the one that cannot be scored is set aside with its error.
 */
export async function scoreDue(
  { workspaceId, timeZone }: JobWorkspace,
  { withBulk = true }: { withBulk?: boolean } = {},
): Promise<{ remaining: boolean; hadBulk: boolean }> {
  const caller = jobCaller(workspaceId, "Scoring of new readings")
  const day = dayOf(caller.now, timeZone)
  await inWorkspace(caller, (tx) => ensureScoreMonth(tx, caller, { day }))
  try {
    return await onceMore(() => inWorkspace(caller, (tx) => rescoreDue(tx, caller, { day, withBulk })))
  } catch (error) {
    await assertAccountsAtFault(caller, error)
    return { ...(await scoreFewer(caller, { day, withBulk })), hadBulk: false }
  }
}

/** Trouble of the database, or models that cannot be read, is no fault of any account. */
async function assertAccountsAtFault(caller: Caller, error: unknown): Promise<void> {
  if (error instanceof AppError) throw error
  await inWorkspace(caller, (tx) => publishedModels(tx, caller))
}

async function scoreFewer(
  caller: Caller,
  { day, withBulk }: { day: string; withBulk: boolean },
): Promise<{ remaining: boolean }> {
  let next = await inWorkspace(caller, (tx) => nextDue(tx, caller, { withBulk }))
  while (next.length > 1) {
    const only = next.slice(0, Math.ceil(next.length / 2))
    try {
      await inWorkspace(caller, (tx) => rescoreDue(tx, caller, { day, only }))
      return { remaining: true }
    } catch (error) {
      if (error instanceof AppError) throw error
      next = only
    }
  }
  const [accountId] = next
  if (accountId === undefined) return { remaining: false }
  try {
    await inWorkspace(caller, (tx) => rescoreDue(tx, caller, { day, only: [accountId] }))
  } catch (error) {
    if (error instanceof AppError) throw error
    log().warn({ err: error, accountId }, "scoring: an account cannot be scored and is set aside")
    await inWorkspace(caller, (tx) => setAsideDue(tx, caller, { accountId, because: causeOf(error) }))
  }
  return { remaining: true }
}

/** The message of a failed query repeats its parameters; its cause says what went wrong. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message : String(cause)
}
