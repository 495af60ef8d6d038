import type { Db } from "#db/client.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import type { Caller } from "#lib/access/caller.ts"

class TakenBack extends Error {}

/** Runs commands as the caller, keeps their answer and takes back all they did. */
export async function rehearse<Value>(caller: Caller, work: (tx: Db) => Promise<Value>): Promise<Value> {
  let done: { value: Value } | undefined
  try {
    await inWorkspace(caller, async (tx) => {
      done = { value: await work(tx) }
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  if (!done) throw new Error("A rehearsal ended without an answer.")
  return done.value
}
