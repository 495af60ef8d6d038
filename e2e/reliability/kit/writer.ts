import { randomUUID } from "node:crypto"
import { openPool, type Pool, setPool } from "#db/client.ts"
import { record } from "#db/commands/record.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { type Caller, mintCaller } from "#lib/access/caller.ts"
import type { WorkspaceId } from "#lib/id.ts"

export const applicationName = "csops-check-writer"

/** The commands' own pool, opened in this process on the app role's address. */
export function openWriterPool(url: string, max: number): Pool {
  const pool = openPool({ url, max, name: applicationName })
  setPool(pool)
  return pool
}

export const writerOf = (workspaceId: string): Caller =>
  mintCaller({
    workspaceId: workspaceId as WorkspaceId,
    actor: { loginId: null, personId: null, name: "Reliability check", role: "admin", via: "job" },
    scopes: null,
    sessionId: null,
    requestId: null,
    now: new Date(),
  })

/** One transaction of the product that tells `count` facts and stays open until `hold` is over. */
export async function tellFacts(
  caller: Caller,
  { count = 1, caseId = randomUUID(), hold }: { count?: number; caseId?: string; hold?: () => Promise<void> },
): Promise<string> {
  await inWorkspace(caller, async (tx) => {
    for (let fact = 0; fact < count; fact += 1)
      await record(tx, caller, {
        type: "people.written",
        caseType: "check",
        caseId,
        payload: { count: fact },
      })
    await hold?.()
  })
  return caseId
}
