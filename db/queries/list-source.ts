import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"
import { accountListColumns, accountListOf, isOutOfDate } from "./account-list.ts"

/** What the list is read from: its table, and in place of rows that time has overtaken their sources. */
export async function listSource(on: Db, caller: Caller, today: string): Promise<SQL> {
  const mine = sql`workspace_id = ${caller.workspaceId}`
  const outOfDate = isOutOfDate(caller, today)
  const columns = sql.raw(accountListColumns.join(", "))
  const [late] = await on.execute(sql`select 1 from account_list where ${mine} and ${outOfDate} limit 1`)
  if (!late) return sql`select ${columns}, tie_order from account_list where ${mine}`
  const overtaken = sql`array(select account_id from account_list where ${mine} and ${outOfDate})`
  return sql`
    select ${columns}, tie_order from account_list where ${mine} and not ${outOfDate}
    union all
    select d.*, coalesce(- d.arr_cents, 9223372036854775807) from (${accountListOf(caller, overtaken)}) d`
}
