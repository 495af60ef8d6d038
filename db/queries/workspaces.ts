import { sql } from "drizzle-orm"
import type { WorkspaceId } from "#lib/id.ts"
import type { Db } from "../client.ts"

export type JobWorkspace = { readonly workspaceId: WorkspaceId; readonly timeZone: string }

/** Every workspace, for the product's own jobs. */
export async function jobWorkspaces(on: Db): Promise<JobWorkspace[]> {
  const rows = await on.execute<JobWorkspace>(sql`
    select workspace_id as "workspaceId", time_zone as "timeZone" from job_workspaces()`)
  return [...rows]
}
