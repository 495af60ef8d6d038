import { type SQL, sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { Permission } from "#lib/access/policy.ts"
import { AppError } from "#lib/errors.ts"
import { accept, type Outcome, refuse } from "#lib/outcome.ts"
import { newId } from "#lib/platform/new-id.ts"
import { builtInViews } from "#lib/views/built-in.ts"
import { viewQuery } from "#lib/views/page-query.ts"
import {
  mostViews,
  type RenameViewInput,
  type RewriteViewInput,
  type SaveViewInput,
  type ViewInput,
  type ViewPage,
  type ViewRefusal,
  type ViewScope,
} from "#lib/views/schema.ts"
import type { Db } from "../client.ts"
import { record } from "./record.ts"

/** What a command answers: the view, so that the page can go to it. */
export type ChangedView = { readonly viewId: string; readonly name: string; readonly query: string }
type Changed = Promise<Outcome<ChangedView, ViewRefusal>>

/** Keeps a state of a page under a name, for the caller or for everybody of the workspace. */
export async function saveView(on: Db, caller: Caller, input: SaveViewInput): Changed {
  const { page, scope, name } = input
  assertCan(caller, permissionFor(scope))
  const loginId = caller.actor.loginId
  if (!loginId) throw new AppError("forbidden", "Only a signed-in person can save a view.")
  await lockViews(on, caller)
  const shelf = { page, scope, loginId }
  const refused = await noRoom(on, caller, shelf, name)
  if (refused) return refuse(refused)
  const [viewId, query] = [newId(), viewQuery(page, input.query)]
  await on.execute(sql`
    insert into saved_view (workspace_id, id, scope, login_id, page, name, query)
    values (${caller.workspaceId}, ${viewId}, ${scope}, ${loginId}, ${page}, ${name}, ${query})`)
  await tell(on, caller, "view.saved", { id: viewId, page, scope })
  return accept({ viewId, name, query })
}

/** Keeps what the page shows now under the view's name, in place of what the view was. */
export async function rewriteView(on: Db, caller: Caller, input: RewriteViewInput): Changed {
  const view = await lockedView(on, caller, input.viewId)
  if (!view || view.isRemoved) return refuse("gone")
  const query = viewQuery(view.page, input.query)
  await change(on, caller, view.id, sql`query = ${query}`)
  await tell(on, caller, "view.rewritten", view)
  return accept({ viewId: view.id, name: view.name, query })
}

export async function renameView(on: Db, caller: Caller, { viewId, name }: RenameViewInput): Changed {
  const view = await lockedView(on, caller, viewId)
  if (!view || view.isRemoved) return refuse("gone")
  if (await isNameTaken(on, caller, view, name)) return refuse("name_taken")
  await change(on, caller, view.id, sql`name = ${name}`)
  await tell(on, caller, "view.renamed", view)
  return accept({ viewId, name, query: view.query })
}

/** Takes a view away. It is kept out of sight, so that `restoreView` can bring it back. */
export async function removeView(on: Db, caller: Caller, { viewId }: ViewInput): Changed {
  const view = await lockedView(on, caller, viewId)
  if (!view || view.isRemoved) return refuse("gone")
  await change(on, caller, view.id, sql`removed_at = ${caller.now.toISOString()}::timestamptz`)
  await tell(on, caller, "view.removed", view)
  return accept({ viewId, name: view.name, query: view.query })
}

export async function restoreView(on: Db, caller: Caller, { viewId }: ViewInput): Changed {
  const view = await lockedView(on, caller, viewId)
  if (!view) return refuse("gone")
  if (view.isRemoved) {
    const refused = await noRoom(on, caller, view, view.name)
    if (refused) return refuse(refused)
    await change(on, caller, view.id, sql`removed_at = null`)
    await tell(on, caller, "view.restored", view)
  }
  return accept({ viewId, name: view.name, query: view.query })
}

/** Where a view stands: names are told apart among the team's, and among those of one person. */
type Shelf = { readonly page: ViewPage; readonly scope: ViewScope; readonly loginId: string }

type KeptView = Shelf & {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly isRemoved: boolean
}

const permissionFor = (scope: ViewScope): Permission => (scope === "team" ? "view.write_team" : "view.write")

/** Writers of views in one workspace take turns, so that two never pick the same name. */
async function lockViews(on: Db, caller: Caller): Promise<void> {
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 43))`)
}

/** A view that the caller may change; null when there is none, or it is somebody else's own. */
async function lockedView(on: Db, caller: Caller, viewId: string): Promise<KeptView | null> {
  assertCan(caller, "view.write")
  await lockViews(on, caller)
  const [view] = await on.execute<KeptView>(sql`
    select id, page, scope, login_id as "loginId", name, query, removed_at is not null as "isRemoved"
    from saved_view where workspace_id = ${caller.workspaceId} and id = ${viewId}
      and (scope = 'team' or login_id = ${caller.actor.loginId}::uuid) for update`)
  if (!view) return null
  assertCan(caller, permissionFor(view.scope))
  return view
}

const onShelf = (caller: Caller, { page, scope, loginId }: Shelf): SQL => sql`
  workspace_id = ${caller.workspaceId} and page = ${page} and scope = ${scope} and removed_at is null
    and (scope = 'team' or login_id = ${loginId}::uuid)`

async function isNameTaken(on: Db, caller: Caller, shelf: Shelf & { id?: string }, name: string) {
  const isBuiltIn = builtInViews[shelf.page].some((view) => view.name.toLowerCase() === name.toLowerCase())
  if (isBuiltIn) return true
  const rows = await on.execute(sql`
    select 1 from saved_view where ${onShelf(caller, shelf)} and lower(name) = lower(${name}::text)
      and id is distinct from ${shelf.id ?? null}::uuid limit 1`)
  return rows.length > 0
}

async function noRoom(on: Db, caller: Caller, shelf: Shelf, name: string): Promise<ViewRefusal | null> {
  const rows = await on.execute(
    sql`select 1 from saved_view where ${onShelf(caller, shelf)} limit ${mostViews}`,
  )
  if (rows.length >= mostViews) return "too_many"
  return (await isNameTaken(on, caller, shelf, name)) ? "name_taken" : null
}

async function change(on: Db, caller: Caller, viewId: string, set: SQL): Promise<void> {
  await on.execute(
    sql`update saved_view set ${set} where workspace_id = ${caller.workspaceId} and id = ${viewId}`,
  )
}

type ViewEvent = "view.saved" | "view.rewritten" | "view.renamed" | "view.removed" | "view.restored"

/** A view concerns no account: pages that show some need not look again. */
async function tell(
  on: Db,
  caller: Caller,
  type: ViewEvent,
  { id, page, scope }: { id: string; page: ViewPage; scope: ViewScope },
): Promise<void> {
  await record(on, caller, {
    type,
    caseType: "view",
    caseId: id,
    payload: { page, scope, accountIds: [] },
  })
}
