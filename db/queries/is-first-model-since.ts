import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"

/** Whether the workspace's first health model was made at or after an instant of the real clock. */
export async function isFirstModelSince(on: Db, caller: Caller, since: Date): Promise<boolean> {
  const [row] = await on.execute<{ is_since: boolean | null }>(sql`
    select min(created_at) >= ${since.toISOString()}::timestamptz as is_since from health_model
    where workspace_id = ${caller.workspaceId}`)
  return row?.is_since === true
}
