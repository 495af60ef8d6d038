import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { ListPlace, ListPosition } from "#lib/accounts/list-cursor.ts"
import { accountsQuery } from "#lib/accounts/list-query.ts"
import type { Db } from "../client.ts"
import { accountRows } from "./accounts.ts"
import { orderOf } from "./list-order.ts"
import { listSource } from "./list-source.ts"

type Asked = {
  slug: string
  direction: ListPosition["direction"]
  today: string
  currency: string
}

/** The account beside another one in the order that the list has by itself; null at its end, or for an unknown one. */
export async function accountBeside(
  on: Db,
  caller: Caller,
  { slug, direction, today, currency }: Asked,
): Promise<string | null> {
  const query = accountsQuery.parse({})
  const { whole } = await listSource(on, caller, today)
  const [row] = await on.execute<Record<string, unknown>>(sql`
    select to_jsonb(${orderOf(query).told}) as value, arr_cents, name_key, account_id from (${whole}) l
    where account_id = (select id from account where workspace_id = ${caller.workspaceId} and slug = ${slug})`)
  if (!row) return null
  const place: ListPlace = {
    value: row.value as ListPlace["value"],
    arrCents: row.arr_cents === null ? null : Number(row.arr_cents),
    nameKey: row.name_key as string,
    id: row.account_id as string,
  }
  const page = await accountRows(on, caller, {
    query,
    position: { direction, place },
    today,
    currency,
    size: 1,
  })
  return page.rows[0]?.slug ?? null
}
