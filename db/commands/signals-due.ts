import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"

/** The channel that wakes whoever scores; the payload is the workspace. */
export const rescoreChannel = "csops_rescore"

/** Marks accounts whose readings changed, to be scored anew, and says so at commit. */
export async function markForRescore(on: Db, caller: Caller, accountIds: readonly string[]): Promise<void> {
  assertCan(caller, "import.write")
  if (accountIds.length === 0) return
  // In one order for everybody, so that two writers never wait for each other.
  await on.execute(sql`
    insert into rescore_due (workspace_id, account_id)
    select ${caller.workspaceId}, id from unnest(${`{${accountIds.join(",")}}`}::uuid[]) as g(id) order by id
    on conflict do nothing`)
  await on.execute(sql`select pg_notify(${rescoreChannel}, ${caller.workspaceId})`)
}
