import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import type { Db } from "../client.ts"
import { listFilters } from "./list-filters.ts"
import { listSource } from "./list-source.ts"

/** The accounts that a list's filters leave, by id, whatever page it shows; at most so many. */
export async function matchingAccounts(
  on: Db,
  caller: Caller,
  { query, today, atMost }: { query: AccountsQuery; today: string; atMost: number },
): Promise<string[]> {
  const { whole } = await listSource(on, caller, today)
  const rows = await on.execute<{ id: string }>(sql`
    select account_id as id from (${whole}) l where ${listFilters(caller, { query, today })}
    order by account_id limit ${atMost}`)
  return rows.map(({ id }) => id)
}
