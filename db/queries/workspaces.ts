import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { notFound } from "#lib/errors.ts"
import type { WorkspaceId } from "#lib/id.ts"
import type { Db } from "../client.ts"

export type JobWorkspace = { readonly workspaceId: WorkspaceId; readonly timeZone: string }

/** Every workspace, for the product's own jobs. */
export async function jobWorkspaces(on: Db): Promise<JobWorkspace[]> {
  const rows = await on.execute<JobWorkspace>(sql`
    select workspace_id as "workspaceId", time_zone as "timeZone" from job_workspaces()`)
  return [...rows]
}

/** The calendar day (`YYYY-MM-DD`) that it is for the caller's workspace. */
export async function workspaceToday(on: Db, caller: Caller): Promise<string> {
  const [row] = await on.execute<{ today: string }>(sql`
    select (${caller.now.toISOString()}::timestamptz at time zone time_zone)::date::text as today
    from workspace where id = ${caller.workspaceId}`)
  if (!row) throw notFound("workspace")
  return row.today
}
