import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"

/** The computed scores of accounts on given days, by account, in the order of the days; null where there was none. */
export async function weeklyScores(
  on: Db,
  caller: Caller,
  { accountIds, days }: { accountIds: readonly string[]; days: readonly string[] },
): Promise<Map<string, (number | null)[]>> {
  const rows = await on.execute<{ account_id: string; day: string; value: number }>(sql`
    select account_id, day::text, value from health_score
    where workspace_id = ${caller.workspaceId} and account_id = any (${`{${accountIds.join(",")}}`}::uuid[])
      and day = any (${`{${days.join(",")}}`}::date[]) and value is not null`)
  const known = new Map(rows.map(({ account_id, day, value }) => [`${account_id} ${day}`, value]))
  return new Map(accountIds.map((id) => [id, days.map((day) => known.get(`${id} ${day}`) ?? null)]))
}
