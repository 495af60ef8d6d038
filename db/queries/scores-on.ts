import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"

/** The computed scores of accounts on given days, by account and then by day; a day without one is left out. */
export async function scoresOn(
  on: Db,
  caller: Caller,
  { accountIds, days }: { accountIds: readonly string[]; days: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const rows = await on.execute<{ account_id: string; day: string; value: number }>(sql`
    select account_id, day::text, value from health_score
    where workspace_id = ${caller.workspaceId} and account_id = any (${`{${accountIds.join(",")}}`}::uuid[])
      and day = any (${`{${days.join(",")}}`}::date[]) and value is not null`)
  const scores = new Map(accountIds.map((id) => [id, new Map<string, number>()]))
  for (const { account_id: id, day, value } of rows) scores.get(id)?.set(day, value)
  return scores
}
