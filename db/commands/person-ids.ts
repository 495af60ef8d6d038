import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"
import { type Cause, causeOf } from "./cause.ts"
import { record } from "./record.ts"

type Given = { readonly personId: string; readonly externalId: string }

/** Gives people the external ids that a source has for them. */
export async function givePersonIds(
  on: Db,
  caller: Caller,
  { ids, cause }: { ids: readonly Given[]; cause?: Cause },
): Promise<void> {
  assertCan(caller, "people.write")
  if (ids.length === 0) return
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 44))`)
  const changed = await on.execute<{ id: string }>(sql`
    update person p set external_id = g."externalId"
    from jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) as g("personId" uuid, "externalId" text)
    where p.workspace_id = ${caller.workspaceId} and p.id = g."personId" and p.external_id <> g."externalId"
    returning p.id`)
  if (changed.length > 0)
    await record(on, caller, {
      type: "people.written",
      ...causeOf(caller, cause),
      payload: { count: changed.length },
    })
}
