import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { type Db, pool } from "./client.ts"
import { asUnavailable } from "./unavailable.ts"

const slotWaitMs = 3_000
const answerWithinMs = 4_500

/**
 * Runs reads or one command as the caller: a short transaction that names the workspace first, so that
 * row-level security sees it. Throws `unavailable` when the database does not answer in time.
 */
export function inWorkspace<Value>(caller: Caller, work: (tx: Db) => Promise<Value>): Promise<Value> {
  return within(answerWithinMs, () =>
    pool().db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('csops.workspace_id', ${caller.workspaceId}, true)`)
      return work(tx)
    }),
  )
}

/** The same without a workspace: only what belongs to none answers here, as the sign-in functions and the event horizon. */
export function beforeSignIn<Value>(work: (on: Db) => Promise<Value>): Promise<Value> {
  return within(answerWithinMs, () => work(pool().db))
}

async function within<Value>(milliseconds: number, work: () => Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate()), milliseconds)
  })
  try {
    const running = pool().slots.hold(slotWaitMs, work)
    running.catch(() => {})
    return await Promise.race([running, late])
  } catch (error) {
    throw asUnavailable(error)
  } finally {
    clearTimeout(timer)
  }
}

const tooLate = () =>
  new AppError("unavailable", "The database did not answer in time. Try again in a moment.", {
    retryAfterSeconds: 2,
  })
