import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"

/** The channel that wakes whoever scores; the payload is the workspace. */
export const rescoreChannel = "csops_rescore"

/** More accounts than this, marked at once, are bulk: they wait for those that were marked singly. */
const fewTogether = 20

/**
 * Marks accounts whose readings changed, to be scored anew, and says so at commit. A mark that is there already is
 * held until then, so that nobody takes it away who cannot see the new readings; one that was set aside is tried again.
 */
export async function markForRescore(on: Db, caller: Caller, accountIds: readonly string[]): Promise<void> {
  assertCan(caller, "import.write")
  if (accountIds.length === 0) return
  // In one order for everybody, so that two writers never wait for each other.
  await on.execute(sql`
    insert into rescore_due as d (workspace_id, account_id, is_bulk)
    select ${caller.workspaceId}::uuid, id, ${accountIds.length > fewTogether}::boolean
    from (select distinct id from unnest(${`{${accountIds.join(",")}}`}::uuid[]) as g(id)) g order by id
    on conflict (workspace_id, account_id) do update
      set is_bulk = d.is_bulk and excluded.is_bulk, failed_at = null, error = null
      where (d.is_bulk and not excluded.is_bulk) or d.failed_at is not null`)
  await on.execute(sql`select pg_notify(${rescoreChannel}, ${caller.workspaceId})`)
}
