import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { MeasureKind, MeasureRole } from "#lib/signals/schema.ts"
import type { Db } from "../client.ts"

export type Measure = {
  readonly id: number
  readonly key: string
  readonly label: string
  readonly unit: string
  readonly kind: MeasureKind
  readonly role: MeasureRole
}

export async function measuresOf(on: Db, caller: Caller): Promise<Measure[]> {
  const rows = await on.execute<Measure>(sql`
    select id, key, label, unit, kind, role from measure
    where workspace_id = ${caller.workspaceId} order by id limit 1000`)
  return [...rows]
}

/** Accounts picked by the hash of their id: the same ones each time, and no matter when they came. */
export async function accountSample(on: Db, caller: Caller, { most }: { most: number }): Promise<string[]> {
  const rows = await on.execute<{ id: string }>(sql`
    select id from account where workspace_id = ${caller.workspaceId}
    order by uuid_hash_extended(id, 0), id limit ${most}`)
  return rows.map((row) => row.id)
}

/** The newest value of a measure for each of these accounts that has one, by account id. */
export async function newestValues(
  on: Db,
  caller: Caller,
  { measureId, accountIds }: { measureId: number; accountIds: readonly string[] },
): Promise<Map<string, number | string>> {
  const rows = await on.execute<{ account_id: string; value: number | null; value_text: string | null }>(sql`
    select a.id as account_id, newest.value, newest.value_text
    from unnest(${`{${accountIds.join(",")}}`}::uuid[]) as a(id) cross join lateral (
      select s.value, s.value_text from signal s
      where s.workspace_id = ${caller.workspaceId} and s.account_id = a.id and s.measure_id = ${measureId}
        and (s.value is not null or s.value_text is not null)
      order by s.day desc, s.source_id desc limit 1) newest`)
  return new Map(rows.map((row) => [row.account_id, row.value ?? row.value_text ?? ""]))
}
