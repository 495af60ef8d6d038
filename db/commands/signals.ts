import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { isUuid } from "#lib/id.ts"
import { type SignalColumns, sortOut } from "#lib/imports/sort-out.ts"
import type { MeasureKind, MeasureRole } from "#lib/signals/schema.ts"
import type { Db } from "../client.ts"
import { type Cause, causeOf } from "./cause.ts"
import { record } from "./record.ts"
import { markForRescore } from "./signals-due.ts"
import type { StoredBy } from "./signals-rows.ts"
import { storeReadings, withdrawReadings } from "./signals-store.ts"

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
  /** Those of the written that are new. */
  readonly created: number
  /** Stored ones taken back because the source now has no value. */
  readonly removed: number
  /** Given for an account or measure that the workspace does not have. */
  readonly unknown: number
  /** Whose readings changed. */
  readonly accountIds: readonly string[]
}

/** Ids that were looked up before: a writer of many batches asks for each of them once. */
export type KnownIds = { readonly accounts: Set<string>; readonly measures: Set<number> }

type Batch = {
  readonly source: { readonly id: number; readonly key: string }
  readonly signals: SignalColumns
  readonly cause?: Cause
  /** The number of the import that writes: what it replaces is kept for its undo. */
  readonly runNumber?: number
  readonly known?: KnownIds
}

/**
 * Writes readings of one source: the last word wins per account, measure and day, also inside the batch, and a
 * reading that is stored already is not touched. Neither value nor text means "no value any more". The months
 * must exist (`ensureSignalMonths`). Accounts that were touched are marked to be scored anew.
 */
export async function receiveSignals(
  on: Db,
  caller: Caller,
  { source, signals, cause, runNumber, known = { accounts: new Set(), measures: new Set() } }: Batch,
): Promise<ReceivedSignals> {
  assertCan(caller, "import.write")
  assertColumns(signals)
  await learn(on, caller, "account", "uuid", { ids: new Set(signals.accountIds), known: known.accounts })
  await learn(on, caller, "measure", "integer", { ids: new Set(signals.measureIds), known: known.measures })
  const { stated, withdrawn, unknown } = sortOut(signals, known)
  const by: StoredBy = { sourceId: source.id, runNumber: runNumber ?? null }
  const written = await storeReadings(on, caller, { signals: stated, by })
  const removed = await withdrawReadings(on, caller, { signals: withdrawn, by })
  const count = written.count + removed.count
  const accountIds = [...new Set([...written.accountIds, ...removed.accountIds])]
  if (count > 0) {
    await markForRescore(on, caller, accountIds)
    await record(on, caller, {
      type: "signals.received",
      ...causeOf(caller, cause),
      payload: { count, source: source.key, accountIds: accountIds.slice(0, 200) },
    })
  }
  return { written: written.count, created: written.created, removed: removed.count, unknown, accountIds }
}

/** Adds to `known` those of `ids` that the workspace has. */
async function learn<Id extends string | number>(
  on: Db,
  caller: Caller,
  table: "account" | "measure",
  type: "uuid" | "integer",
  { ids, known }: { ids: ReadonlySet<Id>; known: Set<Id> },
): Promise<void> {
  const fresh = [...ids].filter((id) => !known.has(id))
  if (fresh.length === 0) return
  if (type === "uuid" && fresh.some((id) => !isUuid(String(id)))) throw wrongForm()
  const rows = await on.execute<{ id: Id }>(sql`
    select id from ${sql.identifier(table)} where workspace_id = ${caller.workspaceId}
      and id = any (${sql.param(fresh)}::${sql.raw(type)}[])`)
  for (const { id } of rows) known.add(id)
}

function assertColumns({ accountIds, measureIds, days, values, texts }: SignalColumns): void {
  const lengths = [measureIds, days, values, texts].map((column) => column.length)
  if (lengths.some((length) => length !== accountIds.length))
    throw new AppError("invalid_input", "The columns of the signals have different lengths.")
  for (const day of new Set(days)) if (!dayForm.test(day)) throw wrongForm()
}

const wrongForm = () => new AppError("invalid_input", "A signal names an account or a day in a wrong form.")

const dayForm = /^\d{4}-\d{2}-\d{2}$/
