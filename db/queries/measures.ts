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

/** Accounts whose newest values are looked at when a model is proposed; enough for its percentiles. */
const mostAccounts = 20_000

/** The newest value of a measure for each account, by account id. */
export async function newestValues(
  on: Db,
  caller: Caller,
  { measureId }: { measureId: number },
): Promise<Map<string, number | string>> {
  const rows = await on.execute<{ account_id: string; value: number | null; value_text: string | null }>(sql`
    select distinct on (s.account_id) s.account_id, s.value, s.value_text from signal s
    where s.workspace_id = ${caller.workspaceId} and s.measure_id = ${measureId}
      and (s.value is not null or s.value_text is not null)
    order by s.account_id, s.day desc limit ${mostAccounts}`)
  return new Map(rows.map((row) => [row.account_id, row.value ?? row.value_text ?? ""]))
}

export async function accountCount(on: Db, caller: Caller): Promise<number> {
  const [row] = await on.execute<{ count: number }>(sql`
    select count(*)::int as count from account where workspace_id = ${caller.workspaceId}`)
  return row?.count ?? 0
}
