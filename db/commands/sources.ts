import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { notFound } from "#lib/errors.ts"
import { accept, type Outcome } from "#lib/outcome.ts"
import { decideTerms, type termsRefusals } from "#lib/quality/decide-terms.ts"
import type { SourceTerms } from "#lib/quality/schema.ts"
import type { Db } from "../client.ts"
import type { DayReadings } from "../queries/readings-per-day.ts"
import { record } from "./record.ts"

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

/** Sets how old the newest complete day of a source may be, and who answers for it, for who saw what is stored. */
export async function setSourceTerms(
  on: Db,
  caller: Caller,
  { source, promiseHours, ownerId, seen }: SourceTerms,
): Promise<Outcome<null, keyof typeof termsRefusals>> {
  assertCan(caller, "data.write")
  const [stored] = await on.execute<{ promiseHours: number | null; ownerId: string | null }>(sql`
    select promise_hours as "promiseHours", owner_id as "ownerId" from source
    where workspace_id = ${caller.workspaceId} and key = ${source} for update`)
  if (!stored) throw notFound("source or person")
  const decided = decideTerms(stored, seen)
  if (!decided.ok) return decided
  const [row] = await on.execute(sql`
    update source s set promise_hours = ${promiseHours}, owner_id = ${ownerId}
    where s.workspace_id = ${caller.workspaceId} and s.key = ${source}
      and (${ownerId}::uuid is null or exists (select 1 from person p
        where p.workspace_id = ${caller.workspaceId} and p.id = ${ownerId}))
    returning s.id`)
  if (!row) throw notFound("source or person")
  await record(on, caller, {
    type: "source.terms_set",
    caseType: "source",
    caseId: source,
    payload: { accountIds: [], source, promiseHours },
  })
  return accept(null)
}

/** Keeps how many readings each source told of each measure and day, as they were counted before (`readingsPerDay`). */
export async function tallySignals(
  on: Db,
  caller: Caller,
  { first, last, counted }: { first: string; last: string; counted: readonly DayReadings[] },
): Promise<void> {
  assertCan(caller, "data.write")
  await on.execute(sql`
    with counted as materialized (
      select "sourceId" as source_id, "measureId" as measure_id, day, readings
      from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb)
        as g("sourceId" integer, "measureId" integer, day date, readings integer)
    ), gone as (
      delete from signal_tally t where t.workspace_id = ${caller.workspaceId}
        and t.day between ${first}::date and ${last}::date
        and not exists (select 1 from counted c
          where c.source_id = t.source_id and c.measure_id = t.measure_id and c.day = t.day)
    )
    insert into signal_tally as t (workspace_id, source_id, measure_id, day, readings)
    select ${caller.workspaceId}, c.source_id, c.measure_id, c.day, c.readings from counted c
    join source s on s.workspace_id = ${caller.workspaceId} and s.id = c.source_id
    join measure m on m.workspace_id = ${caller.workspaceId} and m.id = c.measure_id
    on conflict (workspace_id, source_id, measure_id, day) do update set readings = excluded.readings
      where t.readings <> excluded.readings`)
}

/** Notes how far each source is complete today, so that its lag has a history. */
export async function noteSources(on: Db, caller: Caller, { today }: { today: string }): Promise<void> {
  assertCan(caller, "data.write")
  await on.execute(sql`
    insert into source_day as d (workspace_id, source_id, day, complete_to)
    select ${caller.workspaceId}, s.id, ${today}::date,
      coalesce(s.complete_to, (select max(t.day) from signal_tally t
        where t.workspace_id = s.workspace_id and t.source_id = s.id and t.day <= ${today}::date))
    from source s where s.workspace_id = ${caller.workspaceId}
    on conflict (workspace_id, source_id, day) do update set complete_to = excluded.complete_to
      where d.complete_to is distinct from excluded.complete_to`)
}
