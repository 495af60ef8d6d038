import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { can } from "#lib/access/policy.ts"
import { builtInViews } from "#lib/views/built-in.ts"
import { viewQuery } from "#lib/views/page-query.ts"
import type { View, ViewPage, ViewScope } from "#lib/views/schema.ts"
import type { Db } from "../client.ts"

/** The views of a page that the caller sees: built-in ones, the team's, then the caller's own, each by name. */
export async function viewsOf(on: Db, caller: Caller, { page }: { page: ViewPage }): Promise<View[]> {
  const rows = await on.execute<{ id: string; scope: ViewScope; name: string; query: string }>(sql`
    select id, scope, name, query from saved_view
    where workspace_id = ${caller.workspaceId} and page = ${page} and removed_at is null
      and (scope = 'team' or login_id = ${caller.actor.loginId}::uuid)
    order by scope desc, lower(name) collate "C", id`)
  const kept = rows.map((row): View => {
    const permission = row.scope === "team" ? "view.write_team" : "view.write"
    // Kept long ago, perhaps: what the page no longer knows is no part of the view any more.
    return { ...row, query: viewQuery(page, row.query), mayChange: can(caller, permission) }
  })
  return [...builtInViews[page], ...kept]
}
