import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { frozenForDays } from "#lib/frozen/asof.ts"
import type { Db } from "../client.ts"

/** Makes the months ahead and forgets sign-ins that ended long ago. Safe to run at any time, any number of times. */
export async function keepHouse(on: Db): Promise<{ partitionsMade: number; sessionsForgotten: number }> {
  const [months] = await on.execute<{ made: number }>(sql`
    select ensure_month_partitions(now()::date, (now() + interval '3 months')::date) as made`)
  const [sessions] = await on.execute<{ gone: number }>(sql`select auth_forget_old_sessions() as gone`)
  return { partitionsMade: months?.made ?? 0, sessionsForgotten: sessions?.gone ?? 0 }
}

const rowsAtOnce = 5_000
const partsAtOnce = 20

/**
 * Forgets a part of what only an undo needed, of imports that cannot be taken back any more: how rows and readings were
 * before, and the file. What was read, written and rejected stays known. 0 says that nothing is left to forget.
 */
export async function forgetOldImports(on: Db, caller: Caller): Promise<{ forgotten: number }> {
  assertCan(caller, "import.write")
  const workspace = caller.workspaceId
  // Once its file is forgotten, such an import can only be begun anew. One whose file never arrived whole is of no use.
  await on.execute(sql`
    update sync_run set state = 'discarded', finished_at = now()
    where workspace_id = ${workspace} and state in ('draft', 'checked') and started_at < now()
      - case when file_sha256 is null then interval '1 day' else interval '7 days' end`)
  const over = sql`select id, number from sync_run r where r.workspace_id = ${workspace}
    and (r.state in ('undone', 'discarded') or (r.state in ('done', 'failed')
        and coalesce(r.undo_until, r.started_at + interval '7 days') < now())
      or (r.state = 'refused' and r.started_at < now() - interval '7 days'))`
  const rows = await on.execute<{ gone: number }>(sql`
    with over as (${over}), journal as (
      delete from import_journal where workspace_id = ${workspace} and (run_id, seq) in (
        select j.run_id, j.seq from over join import_journal j on j.workspace_id = ${workspace} and j.run_id = over.id
        limit ${rowsAtOnce}) returning 1
    ), prior as (
      delete from signal_prior p using (
        select s.replaced_by, s.account_id, s.measure_id, s.day, s.source_id from over
        join signal_prior s on s.workspace_id = ${workspace} and s.replaced_by = over.number limit ${rowsAtOnce}) old
      where p.workspace_id = ${workspace} and p.replaced_by = old.replaced_by and p.account_id = old.account_id
        and p.measure_id = old.measure_id and p.day = old.day and p.source_id = old.source_id returning 1
    ), parts as (
      delete from import_file where workspace_id = ${workspace} and (run_id, part) in (
        select f.run_id, f.part from over join import_file f on f.workspace_id = ${workspace} and f.run_id = over.id
        limit ${partsAtOnce}) returning 1
    )
    select count(*)::int as gone from (
      select 1 from journal union all select 1 from prior union all select 1 from parts) gone`)
  return { forgotten: rows[0]?.gone ?? 0 }
}

const pagesAtOnce = 50

/** Forgets a part of the pages that were kept for frozen links longer ago than such a link promises. */
export async function forgetOldPages(on: Db, caller: Caller): Promise<{ forgotten: number }> {
  assertCan(caller, "import.write")
  const gone = await on.execute<{ id: string }>(sql`
    delete from frozen_view where workspace_id = ${caller.workspaceId} and id in (
      select id from frozen_view where workspace_id = ${caller.workspaceId}
        and made_at < ${caller.now.toISOString()}::timestamptz - make_interval(days => ${frozenForDays}::int)
      limit ${pagesAtOnce}) returning id`)
  return { forgotten: gone.length }
}
