import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"

export type SourceDraft = {
  readonly key: string
  readonly name: string
  readonly kind: string
  /** The last day that the source has told completely; null while it told nothing. */
  readonly completeTo: string | null
  readonly lastError: string | null
}

/** Makes sources or brings what is known of them up to date, by key; returns the number of each key. */
export async function writeSources(
  on: Db,
  caller: Caller,
  { sources }: { sources: readonly SourceDraft[] },
): Promise<{ ids: ReadonlyMap<string, number>; written: number }> {
  assertCan(caller, "import.write")
  const given = JSON.stringify(sources)
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 46))`)
  // Found and made apart: an upsert would use up a number of the small sequence each time.
  const changed = await on.execute<{ id: number }>(sql`
    update source s set name = g.name, kind = g.kind, complete_to = g."completeTo", last_error = g."lastError"
    from jsonb_to_recordset(${given}::jsonb)
      as g(key text, name text, kind text, "completeTo" date, "lastError" text)
    where s.workspace_id = ${caller.workspaceId} and s.key = g.key
      and (s.name, s.kind, s.complete_to, s.last_error)
        is distinct from (g.name, g.kind, g."completeTo", g."lastError")
    returning s.id`)
  const made = await on.execute<{ id: number }>(sql`
    insert into source (workspace_id, key, name, kind, complete_to, last_error)
    select ${caller.workspaceId}, g.key, g.name, g.kind, g."completeTo", g."lastError"
    from jsonb_to_recordset(${given}::jsonb)
      as g(key text, name text, kind text, "completeTo" date, "lastError" text)
    where not exists (select 1 from source s where s.workspace_id = ${caller.workspaceId} and s.key = g.key)
    on conflict (workspace_id, key) do nothing returning id`)
  const rows = await on.execute<{ id: number; key: string }>(sql`
    select id, key from source where workspace_id = ${caller.workspaceId}
      and key = any (${sql.param(sources.map(({ key }) => key))}::text[])`)
  return { ids: new Map(rows.map(({ id, key }) => [key, id])), written: changed.length + made.length }
}
