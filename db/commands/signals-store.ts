import { type SQL, sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"
import { type Counted, createReadings } from "./signals-create.ts"
import { asRows, type GivenReadings, withinDays } from "./signals-rows.ts"

export type Touched = {
  /** Readings that differ from before; those that the same import had touched already do not count again. */
  readonly count: number
  /** Those of them that stood nowhere before. */
  readonly created: number
  readonly accountIds: readonly string[]
}

const nothing: Touched = { count: 0, created: 0, accountIds: [] }

/**
 * New readings are put in at once; only when some stood there already, those that differ are looked for, kept as
 * they were for the undo of the import, and replaced. Each reading is given once and has a value.
 */
export async function storeReadings(
  on: Db,
  caller: Caller,
  { signals, by }: GivenReadings,
): Promise<Touched> {
  assertCan(caller, "import.write")
  const given = signals.accountIds.length
  if (given === 0) return nothing
  const made = await createReadings(on, caller, { signals, by })
  const created = { ...asTouched(made), created: made.reduce((sum, { count }) => sum + count, 0) }
  if (created.count === given) return created
  const replaced = await replaceReadings(on, caller, { signals, by })
  return {
    count: created.count + replaced.count,
    created: created.count,
    accountIds: [...new Set([...created.accountIds, ...replaced.accountIds])],
  }
}

/**
 * Each reading is looked up by its key and put back by its key, whatever the planner believes of the table: of a month
 * that is new it knows nothing yet, and would go through all readings for each one.
 */
async function replaceReadings(on: Db, caller: Caller, { signals, by }: GivenReadings): Promise<Touched> {
  const differs = sql`s.value is distinct from g.value or s.value_text is distinct from g.value_text`
  const rows = await on.execute<Counted>(sql`
    with changed as materialized (
      select s.*, g.value as new_value, g.value_text as new_text, s.run_number is distinct from ${by.runNumber}::integer
          or s.run_number is null as is_first
      from ${asRows(signals)} cross join lateral (
        select * from signal s where ${standsIn(caller, { signals, by })} and (${differs}) for update
      ) s
    ), kept as (
      insert into signal_prior (workspace_id, replaced_by, account_id, measure_id, day, source_id, value, value_text,
        received_at, run_number)
      select workspace_id, ${by.runNumber}::integer, account_id, measure_id, day, source_id, value, value_text,
        received_at, run_number
      from changed where is_first and ${by.runNumber}::integer is not null
      on conflict do nothing
    ), saved as (
      insert into signal (workspace_id, account_id, measure_id, day, source_id, value, value_text, run_number)
      select workspace_id, account_id, measure_id, day, source_id, new_value, new_text, ${by.runNumber}::integer
      from changed
      on conflict (workspace_id, account_id, measure_id, day, source_id) do update
        set value = excluded.value, value_text = excluded.value_text, received_at = now(),
          run_number = excluded.run_number
    )
    select account_id, count(*) filter (where is_first)::integer as count from changed group by account_id`)
  return asTouched(rows)
}

/** Takes readings away that their source has no more, and keeps them for the undo of the import. */
export async function withdrawReadings(
  on: Db,
  caller: Caller,
  { signals, by }: GivenReadings,
): Promise<Touched> {
  assertCan(caller, "import.write")
  if (signals.accountIds.length === 0) return nothing
  const rows = await on.execute<Counted>(sql`
    with found as materialized (
      select s.part, s.place from ${asRows(signals)} cross join lateral (
        select s.tableoid as part, s.ctid as place from signal s where ${standsIn(caller, { signals, by })} for update
      ) s
    ), gone as (
      delete from signal s
      where s.workspace_id = ${caller.workspaceId} and ${withinDays(signals)}
        and s.ctid = any (array(select place from found))
        and (s.tableoid, s.ctid) in (select part, place from found)
      returning s.*
    ), replaced as (
      update signal_prior p set was_withdrawn = true from gone
      where p.workspace_id = ${caller.workspaceId} and p.replaced_by = ${by.runNumber}::integer
        and p.account_id = gone.account_id and p.measure_id = gone.measure_id and p.day = gone.day
        and p.source_id = gone.source_id
    ), kept as (
      insert into signal_prior (workspace_id, replaced_by, account_id, measure_id, day, source_id, value, value_text,
        received_at, run_number, was_withdrawn)
      select workspace_id, ${by.runNumber}::integer, account_id, measure_id, day, source_id, value, value_text,
        received_at, run_number, true
      from gone where ${by.runNumber}::integer is not null and run_number is distinct from ${by.runNumber}::integer
      on conflict do nothing
    )
    select account_id, count(*)::integer as count from gone group by account_id`)
  return asTouched(rows)
}

/** Stored as `s` where a reading `g` is given. */
const standsIn = ({ workspaceId }: Caller, { signals, by }: GivenReadings): SQL => sql`
  s.workspace_id = ${workspaceId} and s.account_id = g.account_id and s.measure_id = g.measure_id and s.day = g.day
  and s.source_id = ${by.sourceId} and ${withinDays(signals)}`

const asTouched = (rows: readonly Counted[]): Touched => ({
  count: rows.reduce((sum, { count }) => sum + count, 0),
  created: 0,
  accountIds: rows.map(({ account_id }) => account_id),
})
