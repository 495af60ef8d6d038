import { setTimeout as sleep } from "node:timers/promises"
import type { Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import type { Db } from "../client.ts"
import { inWorkspace } from "../in-workspace.ts"

const mostTries = 8
const firstPauseMs = 400

/** A transaction that may be done twice, tried again while a busy machine does not answer in time. */
export async function patiently<Value>(caller: Caller, work: (tx: Db) => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries++) {
    try {
      return await inWorkspace(caller, work)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "unavailable" || tries === mostTries) throw error
      await sleep(firstPauseMs * 2 ** (tries - 1))
    }
  }
}
