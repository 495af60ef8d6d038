import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { HealthColumn } from "#lib/accounts/health-spread.ts"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import type { Db } from "../client.ts"
import { listFilters } from "./list-filters.ts"
import { listSource } from "./list-source.ts"

/** How many customers stand at each point of health, and how many of them a list's filters leave. Lost ones do not count. */
export async function healthSpread(
  on: Db,
  caller: Caller,
  { query, today }: { query: AccountsQuery; today: string },
): Promise<HealthColumn[]> {
  const { whole } = await listSource(on, caller, today)
  const rows = await on.execute<{ value: number | null; all: number; matching: number; red: number }>(sql`
    select health::int as value, count(*)::int as "all",
      count(*) filter (where ${listFilters(caller, { query, today })})::int as matching,
      count(*) filter (where band = 'red')::int as red
    from (${whole}) l where not is_lost group by health order by health nulls last`)
  return [...rows]
}
