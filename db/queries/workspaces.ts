import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { notFound } from "#lib/errors.ts"
import { dayOf } from "#lib/format/instant.ts"
import type { WorkspaceId } from "#lib/id.ts"
import type { Db } from "../client.ts"

export type JobWorkspace = { readonly workspaceId: WorkspaceId; readonly timeZone: string }

/** Every workspace, for the product's own jobs. */
export async function jobWorkspaces(on: Db): Promise<JobWorkspace[]> {
  const rows = await on.execute<JobWorkspace>(sql`
    select workspace_id as "workspaceId", time_zone as "timeZone" from job_workspaces()`)
  return [...rows]
}

/** The time zone of the caller's workspace and the calendar day (`YYYY-MM-DD`) that it is there. */
export async function workspaceClock(on: Db, caller: Caller): Promise<{ timeZone: string; today: string }> {
  const { timeZone, today } = await workspacePlace(on, caller)
  return { timeZone, today }
}

/** The same with the currency in which the workspace counts. */
export async function workspacePlace(
  on: Db,
  caller: Caller,
): Promise<{ timeZone: string; today: string; currency: string }> {
  const [row] = await on.execute<{ timeZone: string; currency: string }>(sql`
    select time_zone as "timeZone", currency from workspace where id = ${caller.workspaceId}`)
  if (!row) throw notFound("workspace")
  return { ...row, today: dayOf(caller.now, row.timeZone) }
}
