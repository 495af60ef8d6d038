import { type SQL, sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"
import { holdUndo } from "./imports-undo.ts"
import { markForRescore } from "./signals-due.ts"

type Range = {
  readonly runId: string
  /** Accounts after this one in id order, null for the first; so many of them, and so many of their readings. */
  readonly after: string | null
  readonly accounts: number
  readonly readings: number
}

/** Where the next part begins; `after` is null behind the last account. */
export type UndonePart = {
  readonly takenBack: number
  readonly next: string | null
  readonly isLast: boolean
}

type Undone = { account_id: string; count: number }

/**
 * Takes back readings of an import for some accounts: those that it made go, those that it replaced or withdrew
 * come back letter by letter. What somebody wrote since stays; when that is another import that may yet be undone, it
 * is handed what this one would have brought back. Safe to repeat: what is taken back is not found again.
 */
export async function undoReadings(on: Db, caller: Caller, range: Range): Promise<UndonePart> {
  assertCan(caller, "import.write")
  await holdUndo(on, caller, range.runId)
  const [run] = await on.execute<{ number: number; first_day: string | null; last_day: string | null }>(sql`
    select number, first_day::text, last_day::text from sync_run
    where workspace_id = ${caller.workspaceId} and id = ${range.runId}`)
  if (!run?.first_day) return { takenBack: 0, next: null, isLast: true }
  const ids = await on.execute<{ id: string }>(sql`
    select id from account where workspace_id = ${caller.workspaceId}
      and (${range.after}::uuid is null or id > ${range.after}::uuid) order by id limit ${range.accounts}`)
  const [first, last] = [ids[0]?.id, ids.at(-1)?.id]
  if (!first || !last) return { takenBack: 0, next: null, isLast: true }
  const within = (accountId: SQL) => sql`${accountId} between ${first}::uuid and ${last}::uuid`
  const sameReading = sql`s.account_id = p.account_id and s.measure_id = p.measure_id and s.day = p.day
    and s.source_id = p.source_id`
  const days = sql`s.day between ${run.first_day}::date and ${run.last_day}::date`
  const back = await on.execute<Undone>(sql`
    with prior as materialized (
      delete from signal_prior where (workspace_id, replaced_by, account_id, measure_id, day, source_id) in (
        select workspace_id, replaced_by, account_id, measure_id, day, source_id from signal_prior
        where workspace_id = ${caller.workspaceId} and replaced_by = ${run.number} and ${within(sql`account_id`)}
        limit ${range.readings})
      returning *
    ), open_runs as (
      select number from sync_run where workspace_id = ${caller.workspaceId} and number <> ${run.number}
        and (state in ('writing', 'undoing') or state in ('done', 'failed') and undo_until > now())
    ), handed_on as (
      update signal_prior s set value = p.value, value_text = p.value_text, received_at = p.received_at,
        run_number = p.run_number
      from prior p, open_runs r
      where s.workspace_id = ${caller.workspaceId} and s.replaced_by = r.number and ${sameReading}
        and s.run_number = ${run.number}
    ), taken_over as (
      insert into signal_prior (workspace_id, replaced_by, account_id, measure_id, day, source_id, value,
        value_text, received_at, run_number)
      select p.workspace_id, r.number, p.account_id, p.measure_id, p.day, p.source_id, p.value, p.value_text,
        p.received_at, p.run_number
      from prior p join signal s on s.workspace_id = p.workspace_id and ${sameReading} and ${days}
        join open_runs r on r.number = s.run_number
      where p.was_withdrawn on conflict do nothing
    ), standing as (
      select p.* from prior p where not exists (
        select 1 from sync_run r where r.workspace_id = ${caller.workspaceId} and r.number = p.run_number
          and r.state in ('undoing', 'undone'))
    ), restored as (
      update signal s set value = p.value, value_text = p.value_text, received_at = p.received_at,
        run_number = p.run_number
      from standing p
      where s.workspace_id = ${caller.workspaceId} and ${sameReading} and ${days} and s.run_number = ${run.number}
      returning s.account_id
    ), returned as (
      insert into signal (workspace_id, account_id, measure_id, day, source_id, value, value_text, received_at,
        run_number)
      select p.workspace_id, p.account_id, p.measure_id, p.day, p.source_id, p.value, p.value_text, p.received_at,
        p.run_number
      from standing p where p.was_withdrawn
      on conflict do nothing returning account_id
    ), both_ways as (select * from restored union all select * from returned)
    select account_id, count(*)::integer as count from both_ways group by account_id
    union all select null, count(*)::integer from prior`)
  const replaced = back.find(({ account_id }) => account_id === null)?.count ?? 0
  const restored = back.filter(({ account_id }) => account_id !== null)
  // New readings go only once no reading of these accounts waits to be restored: they look alike.
  const areRestored = replaced < range.readings
  const gone = areRestored
    ? await on.execute<Undone>(sql`
        with gone as (
          delete from signal s where (workspace_id, account_id, measure_id, day, source_id) in (
            select workspace_id, account_id, measure_id, day, source_id from signal s
            where s.workspace_id = ${caller.workspaceId} and ${within(sql`s.account_id`)} and ${days}
              and s.run_number = ${run.number} limit ${range.readings}) and ${days}
          returning s.account_id
        )
        select account_id, count(*)::integer as count from gone group by account_id`)
    : []
  const removed = sum(gone)
  const takenBack = sum(restored) + removed
  await on.execute(sql`
    update sync_run set heartbeat_at = clock_timestamp(), report = jsonb_set(report, '{undo,readings}',
      to_jsonb((report #>> '{undo,readings}')::integer + ${takenBack}::integer))
    where workspace_id = ${caller.workspaceId} and id = ${range.runId}`)
  await markForRescore(on, caller, [...new Set([...restored, ...gone].map(({ account_id }) => account_id))])
  const isDone = areRestored && removed < range.readings
  return {
    takenBack,
    next: isDone ? last : range.after,
    isLast: isDone && ids.length < range.accounts,
  }
}

const sum = (rows: readonly Undone[]): number => rows.reduce((total, { count }) => total + count, 0)
