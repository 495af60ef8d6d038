import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"

/** Keeps with a run what its source said before the run first changed it: an undo puts that back. */
export async function keepSourceBefore(on: Db, caller: Caller, runId: string): Promise<void> {
  assertCan(caller, "import.write")
  await on.execute(sql`
    with s as (
      select s.id, s.complete_to, s.last_error from source s join sync_run r
        on r.workspace_id = s.workspace_id and r.source_id = s.id
      where s.workspace_id = ${caller.workspaceId} and r.id = ${runId} for update of s
    )
    update sync_run r set report = coalesce(r.report, '{}') || jsonb_build_object('source',
      jsonb_build_object('completeTo', s.complete_to, 'lastError', s.last_error))
    from s where r.workspace_id = ${caller.workspaceId} and r.id = ${runId} and r.report -> 'source' is null`)
}

/**
 * The source of a run that is taken back goes with it when an import made it and nothing else refers to it: no other
 * import that was written or still may be, nothing that an undo left alone, and nobody who looks after it.
 */
export async function dropOwnSource(on: Db, caller: Caller, runId: string): Promise<void> {
  assertCan(caller, "import.write")
  const workspace = caller.workspaceId
  // Locked first and asked then: a run that began meanwhile is seen.
  const [own] = await on.execute<{ id: number }>(sql`
    select s.id from source s join sync_run r on r.workspace_id = s.workspace_id and r.source_id = s.id
    where s.workspace_id = ${workspace} and r.id = ${runId} for update of s`)
  if (!own) return
  const [empty] = await on.execute<{ id: number }>(sql`
    select s.id from source s where s.workspace_id = ${workspace} and s.id = ${own.id}
      and s.kind = 'file' and s.name = s.key and s.owner_id is null and s.promise_hours is null
      and exists (select 1 from sync_run r where r.workspace_id = s.workspace_id and r.source_id = s.id
        and r.started_at = s.created_at)
      and not exists (select 1 from sync_run r where r.workspace_id = s.workspace_id and r.source_id = s.id
        and (r.state not in ('undone', 'discarded') or r.left_alone > 0))`)
  if (!empty) return
  await on.execute(sql`
    update sync_run set source_id = null where workspace_id = ${workspace} and source_id = ${own.id}`)
  await on.execute(sql`delete from source where workspace_id = ${workspace} and id = ${own.id}`)
}

/**
 * Puts back what the source said before a run that is taken back, as far as nobody else has changed it since. The
 * days of later imports stay, and the next of them remembers in the place of this one how the source was before.
 */
export async function restoreSource(on: Db, caller: Caller, runId: string): Promise<void> {
  assertCan(caller, "import.write")
  const workspace = caller.workspaceId
  await on.execute(sql`
    with undone as (
      select source_id, last_day, finished_at, report -> 'source' as kept,
        (report #>> '{source,completeTo}')::date as complete_to
      from sync_run where workspace_id = ${workspace} and id = ${runId} and report -> 'source' is not null
    ), later as (
      select r.id, r.state, r.last_day, r.finished_at from sync_run r join undone u
        on r.source_id = u.source_id and r.finished_at > u.finished_at
      where r.workspace_id = ${workspace} and r.state in ('done', 'failed', 'refused')
    ), rest as (
      select max(last_day) filter (where state = 'done') as last_day, count(*) as runs from later
    ), remembered as (
      update sync_run r set report = jsonb_set(r.report, '{source}', undone.kept) from undone
      where r.workspace_id = ${workspace} and r.report -> 'source' is not null
        and r.id = (select id from later order by finished_at limit 1)
    )
    update source s set
      complete_to = case when s.complete_to is not distinct from greatest(u.complete_to, u.last_day, rest.last_day)
        then greatest(u.complete_to, rest.last_day) else s.complete_to end,
      last_error = case when rest.runs = 0 then u.kept ->> 'lastError' else s.last_error end
    from undone u, rest where s.workspace_id = ${workspace} and s.id = u.source_id`)
}
