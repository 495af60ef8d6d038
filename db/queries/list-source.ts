import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"
import { accountListColumns, accountListOf, isOutOfDate } from "./account-list.ts"

/** What the list is read from: its table, and in place of rows that time has overtaken their sources. */
export type ListSource = {
  readonly kept: SQL
  /** Null when no row is out of date. */
  readonly overtaken: SQL | null
  readonly whole: SQL
}

export async function listSource(on: Db, caller: Caller, today: string): Promise<ListSource> {
  const mine = sql`workspace_id = ${caller.workspaceId}`
  const outOfDate = isOutOfDate(caller, today)
  const rows = sql`select ${sql.raw(accountListColumns.join(", "))}, tie_order from account_list where ${mine}`
  if (!(await isAnyOutOfDate(on, caller, today))) return { kept: rows, overtaken: null, whole: rows }
  const ids = sql`array(select account_id from account_list where ${mine} and ${outOfDate})`
  const kept = sql`${rows} and not ${outOfDate}`
  const overtaken = sql`select d.*, coalesce(- d.arr_cents, 9223372036854775807) as tie_order
    from (${accountListOf(caller, ids)}) d`
  return { kept, overtaken, whole: sql`${kept} union all ${overtaken}` }
}

/**
 * Whether `isOutOfDate` holds of any row, read from the ends of four indexes: a plan that is kept for all days alike
 * takes a third of the rows to be out of date, and would look through the table for one.
 */
async function isAnyOutOfDate(on: Db, caller: Caller, today: string): Promise<boolean> {
  const rows = sql`from account_list where workspace_id = ${caller.workspaceId}`
  const now = sql`${caller.now.toISOString()}::timestamptz`
  const [row] = await on.execute<{ is_late: boolean | null }>(sql`
    select (select max(from_day) ${rows}) > ${today}::date
      or (select min(until_day) ${rows}) <= ${today}::date
      or (select max(from_instant) ${rows} and from_instant > '-infinity') > ${now}
      or (select min(until_instant) ${rows} and until_instant < 'infinity') <= ${now} as is_late`)
  return row?.is_late ?? false
}
