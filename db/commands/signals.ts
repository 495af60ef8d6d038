import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { isUuid } from "#lib/id.ts"
import { type SignalColumns, sortOut } from "#lib/imports/sort-out.ts"
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

export type ReceivedSignals = {
  /** New or different from what was stored. */
  readonly written: number
  /** Stored ones taken back because the source now has no value. */
  readonly removed: number
  /** Given for an account or measure that the workspace does not have. */
  readonly unknown: number
}

type Batch = {
  readonly source: { readonly id: number; readonly key: string }
  readonly signals: SignalColumns
  readonly cause?: Cause
}

/**
 * Writes readings of one source in one statement: the last word wins per account, measure and day, also inside
 * the batch, and a reading that is stored already is not touched. Neither value nor text means "no value any
 * more". The months must exist (`ensureSignalMonths`).
 */
export async function receiveSignals(
  on: Db,
  caller: Caller,
  { source, signals, cause }: Batch,
): Promise<ReceivedSignals> {
  assertCan(caller, "import.write")
  assertColumns(signals)
  const accounts = await known(on, caller, "account", "uuid", new Set(signals.accountIds))
  const measures = await known(on, caller, "measure", "integer", new Set(signals.measureIds))
  const { stated, withdrawn, unknown } = sortOut(signals, { accounts, measures })
  const written = await upsert(on, caller, source.id, stated)
  const removed = await withdraw(on, caller, source.id, withdrawn)
  const touched = [...written, ...removed]
  if (touched.length > 0)
    await record(on, caller, {
      type: "signals.received",
      ...causeOf(caller, cause),
      payload: {
        count: touched.length,
        source: source.key,
        accountIds: [...new Set(touched)].slice(0, 200),
      },
    })
  return { written: written.length, removed: removed.length, unknown }
}

async function known<Id extends string | number>(
  on: Db,
  caller: Caller,
  table: "account" | "measure",
  type: "uuid" | "integer",
  ids: ReadonlySet<Id>,
): Promise<ReadonlySet<Id>> {
  if (ids.size === 0) return ids
  const rows = await on.execute<{ id: Id }>(sql`
    select id from ${sql.identifier(table)} where workspace_id = ${caller.workspaceId}
      and id = any (${sql.param([...ids])}::${sql.raw(type)}[])`)
  return new Set(rows.map(({ id }) => id))
}

async function upsert(on: Db, caller: Caller, sourceId: number, signals: SignalColumns): Promise<string[]> {
  if (signals.accountIds.length === 0) return []
  const rows = await on.execute<{ account_id: string }>(sql`
    insert into signal as s (workspace_id, account_id, measure_id, day, source_id, value, value_text)
    select ${caller.workspaceId}, account_id, measure_id, day, ${sourceId}, value, value_text
    from unnest(${plainArray(signals.accountIds)}::uuid[], ${plainArray(signals.measureIds)}::integer[],
      ${plainArray(signals.days)}::date[], ${plainArray(signals.values)}::float8[],
      ${sql.param(signals.texts)}::text[]) as g(account_id, measure_id, day, value, value_text)
    on conflict (workspace_id, account_id, measure_id, day, source_id)
      do update set value = excluded.value, value_text = excluded.value_text, received_at = now()
      where s.value is distinct from excluded.value or s.value_text is distinct from excluded.value_text
    returning account_id`)
  return rows.map((row) => row.account_id)
}

/** The days are named once more as bounds, so that only their months are searched. */
async function withdraw(on: Db, caller: Caller, sourceId: number, signals: SignalColumns): Promise<string[]> {
  if (signals.accountIds.length === 0) return []
  const days = [...signals.days].sort()
  const rows = await on.execute<{ account_id: string }>(sql`
    delete from signal s
    using unnest(${plainArray(signals.accountIds)}::uuid[], ${plainArray(signals.measureIds)}::integer[],
      ${plainArray(signals.days)}::date[]) as g(account_id, measure_id, day)
    where s.workspace_id = ${caller.workspaceId} and s.account_id = g.account_id
      and s.measure_id = g.measure_id and s.day = g.day and s.source_id = ${sourceId}
      and s.day between ${days[0]}::date and ${days.at(-1)}::date
    returning s.account_id`)
  return rows.map((row) => row.account_id)
}

/** An array as Postgres writes it. Only for ids, numbers and days: nothing in them needs quoting. */
const plainArray = (values: readonly (string | number | null)[]): string =>
  `{${values.map((value) => value ?? "null").join(",")}}`

function assertColumns({ accountIds, measureIds, days, values, texts }: SignalColumns): void {
  const lengths = [measureIds, days, values, texts].map((column) => column.length)
  if (lengths.some((length) => length !== accountIds.length))
    throw new AppError("invalid_input", "The columns of the signals have different lengths.")
  if (accountIds.some((id) => !isUuid(id)) || days.some((day) => !dayForm.test(day)))
    throw new AppError("invalid_input", "A signal names an account or a day in a wrong form.")
}

const dayForm = /^\d{4}-\d{2}-\d{2}$/
