import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { type WorldPlan, type WorldSize, worldSizes } from "#lib/demo/plan.ts"
import type { Db } from "../client.ts"

export type ToldWorld = {
  readonly plan: WorldPlan
  /** Null until the first fill is complete. */
  readonly toldTo: Date | null
}

/** The made-up world of the caller's workspace; null when it has none. */
export async function toldWorld(on: Db, caller: Caller): Promise<ToldWorld | null> {
  const [row] = await on.execute<{
    seed: number
    anchorDay: string
    size: string
    toldTo: string | null
  }>(sql`
    select seed, anchor_day::text as "anchorDay", size, told_to::text as "toldTo" from demo_world
    where workspace_id = ${caller.workspaceId}`)
  if (!row) return null
  const { seed, anchorDay, toldTo } = row
  const size = worldSizes[row.size as WorldSize]
  if (!size)
    throw new Error(`The Demo workspace names a world "${row.size}" that this version does not know.`)
  return { plan: { seed, anchorDay, ...size }, toldTo: toldTo === null ? null : new Date(toldTo) }
}

/** Settles which world the workspace shows, once: a later call with another one finds the first. */
export async function settleWorld(
  on: Db,
  caller: Caller,
  { seed, anchorDay, size }: { seed: number; anchorDay: string; size: WorldSize },
): Promise<ToldWorld> {
  assertCan(caller, "import.write")
  await on.execute(sql`
    insert into demo_world (workspace_id, seed, anchor_day, size)
    values (${caller.workspaceId}, ${seed}, ${anchorDay}, ${size}) on conflict (workspace_id) do nothing`)
  const settled = await toldWorld(on, caller)
  if (!settled) throw new Error("The world of the Demo workspace could not be settled.")
  return settled
}

/** Everything up to this instant is written. Never goes back. */
export async function markTold(on: Db, caller: Caller, toldTo: Date): Promise<void> {
  assertCan(caller, "import.write")
  await on.execute(sql`
    update demo_world set told_to = greatest(told_to, ${toldTo.toISOString()}::timestamptz)
    where workspace_id = ${caller.workspaceId}`)
}

/** Ids of the accounts that the workspace has, by external id. */
export async function accountIdsOf(on: Db, caller: Caller): Promise<Map<string, string>> {
  const rows = await on.execute<{ id: string; externalId: string }>(sql`
    select id, external_id as "externalId" from account where workspace_id = ${caller.workspaceId}`)
  return new Map(rows.map(({ id, externalId }) => [externalId, id]))
}
