import { sql } from "drizzle-orm"
import type { AccessRequest } from "#lib/access/access-request.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"

const mostRequests = 200

/** What was asked for and not declined, the longest waiting first; whoever has got it since is still among them. */
export async function openRequests(on: Db, caller: Caller): Promise<readonly AccessRequest[]> {
  const rows = await on.execute<Omit<AccessRequest, "askedAt"> & { askedAt: string }>(sql`
    select id, login_id as "loginId", permission, asked_at::text as "askedAt" from access_request
    where workspace_id = ${caller.workspaceId} and declined_at is null
    order by asked_at, id limit ${mostRequests}`)
  return rows.map((row) => ({ ...row, askedAt: new Date(row.askedAt) }))
}
