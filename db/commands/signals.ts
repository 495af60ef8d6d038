import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import type { MeasureKind, MeasureRole } from "#lib/signals/schema.ts"
import type { Db } from "../client.ts"
import { type Cause, causeOf } from "./cause.ts"
import { record } from "./record.ts"

export type MeasureDraft = {
  readonly key: string
  readonly label: string
  readonly unit: string
  readonly kind: MeasureKind
  readonly role: MeasureRole
}

/** Makes the measures that are missing and returns the number of each key. Those that exist stay as they are. */
export async function ensureMeasures(
  on: Db,
  caller: Caller,
  { measures }: { measures: readonly MeasureDraft[] },
): Promise<{ ids: ReadonlyMap<string, number>; created: number }> {
  assertCan(caller, "import.write")
  if (measures.length === 0) return { ids: new Map(), created: 0 }
  const keys = sql.param(measures.map(({ key }) => key))
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 42))`)
  const made = await on.execute<{ id: number }>(sql`
    insert into measure (workspace_id, key, label, unit, kind, role)
    select ${caller.workspaceId}, key, label, unit, kind, role
    from jsonb_to_recordset(${JSON.stringify(measures)}::jsonb)
      as g(key text, label text, unit text, kind measure_kind, role measure_role)
    where not exists (select 1 from measure m where m.workspace_id = ${caller.workspaceId} and m.key = g.key)
    returning id`)
  const rows = await on.execute<{ id: number; key: string }>(sql`
    select id, key from measure where workspace_id = ${caller.workspaceId} and key = any (${keys}::text[])`)
  return { ids: new Map(rows.map(({ id, key }) => [key, id])), created: made.length }
}

/** Makes room for the signals of these days. Takes a lock on the table: call it apart, before receiving. */
export async function ensureSignalMonths(
  on: Db,
  caller: Caller,
  { first, last }: { first: string; last: string },
): Promise<void> {
  assertCan(caller, "import.write")
  const [gap] = await on.execute<{ missing: boolean }>(sql`
    select exists (select 1 from generate_series(date_trunc('month', ${first}::date), ${last}::date, '1 month') as month
      where to_regclass('signal_' || to_char(month, 'YYYY_MM')) is null) as missing`)
  if (gap?.missing) await on.execute(sql`select ensure_month_partitions(${first}::date, ${last}::date)`)
}

/** Readings as columns of equal length: the fastest form to hand over in bulk. */
export type SignalColumns = {
  readonly accountIds: readonly string[]
  readonly measureIds: readonly number[]
  readonly days: readonly string[]
  readonly values: readonly (number | null)[]
  readonly texts: readonly (string | null)[]
}

export type ReceivedSignals = {
  /** New or different from what was stored. */
  readonly written: number
  /** Stored ones taken back because the source now has no value. */
  readonly removed: number
  /** Given for an account or measure that the workspace does not have. */
  readonly unknown: number
}

/**
 * Writes readings of one source in one statement: the last word wins per account, measure and day, also inside
 * the batch, and a reading that is stored already is not touched. Neither value nor text means "no value any
 * more". The months must exist (`ensureSignalMonths`).
 */
export async function receiveSignals(
  on: Db,
  caller: Caller,
  { source, signals, cause }: { source: { id: number; key: string }; signals: SignalColumns; cause?: Cause },
): Promise<ReceivedSignals> {
  assertCan(caller, "import.write")
  assertColumns(signals)
  if (signals.accountIds.length === 0) return { written: 0, removed: 0, unknown: 0 }
  const [done] = await on.execute<{
    written: number
    removed: number
    unknown: number
    account_ids: string[]
  }>(sql`
    with given as (
      select distinct on (account_id, measure_id, day) g.*
      from (select account_id, measure_id, day::date as day, value, value_text, place
        from unnest(${sql.param(signals.accountIds)}::uuid[], ${sql.param(signals.measureIds)}::integer[],
          ${sql.param(signals.days)}::text[], ${sql.param(signals.values)}::float8[],
          ${sql.param(signals.texts)}::text[])
          with ordinality as u(account_id, measure_id, day, value, value_text, place)) g
      order by account_id, measure_id, day, place desc
    ), known as (
      select g.* from given g
        join account a on a.workspace_id = ${caller.workspaceId} and a.id = g.account_id
        join measure m on m.workspace_id = ${caller.workspaceId} and m.id = g.measure_id
    ), written as (
      insert into signal as s (workspace_id, account_id, measure_id, day, source_id, value, value_text)
      select ${caller.workspaceId}, account_id, measure_id, day, ${source.id}, value, value_text
      from known where value is not null or value_text is not null
      on conflict (workspace_id, account_id, measure_id, day, source_id)
        do update set value = excluded.value, value_text = excluded.value_text, received_at = now()
        where s.value is distinct from excluded.value or s.value_text is distinct from excluded.value_text
      returning account_id
    ), removed as (
      delete from signal s using known k
      where s.workspace_id = ${caller.workspaceId} and s.account_id = k.account_id and s.measure_id = k.measure_id
        and s.day = k.day and s.source_id = ${source.id} and k.value is null and k.value_text is null
      returning s.account_id
    ), touched as (select account_id from written union all select account_id from removed)
    select (select count(*) from written)::integer as written, (select count(*) from removed)::integer as removed,
      ((select count(*) from given) - (select count(*) from known))::integer as unknown,
      array(select distinct account_id from touched limit 200)::text[] as account_ids`)
  if (!done) throw new Error("The signals were not counted.")
  const { account_ids: accountIds, ...received } = done
  if (received.written + received.removed > 0)
    await record(on, caller, {
      type: "signals.received",
      ...causeOf(caller, cause),
      payload: { count: received.written + received.removed, source: source.key, accountIds },
    })
  return received
}

function assertColumns({ accountIds, measureIds, days, values, texts }: SignalColumns): void {
  const lengths = [measureIds, days, values, texts].map((column) => column.length)
  if (lengths.some((length) => length !== accountIds.length))
    throw new AppError("invalid_input", "The columns of the signals have different lengths.")
}
