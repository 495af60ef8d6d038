import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { type CountingScore, countingScore, instantsOfDays } from "#lib/health/counting-score.ts"
import type { Db } from "../client.ts"
import { judgementsSince } from "./judgements.ts"

/**
 * The scores of accounts that counted on given days, by account, in the order of the days; null where there was none.
 * The last day is as of now: it ends with the number that the list shows.
 */
export async function weeklyScores(
  on: Db,
  caller: Caller,
  {
    accountIds,
    days,
    timeZone,
  }: { accountIds: readonly string[]; days: readonly string[]; timeZone: string },
): Promise<Map<string, CountingScore[]>> {
  const rows = await on.execute<{ account_id: string; day: string; value: number }>(sql`
    select account_id, day::text, value from health_score
    where workspace_id = ${caller.workspaceId} and account_id = any (${`{${accountIds.join(",")}}`}::uuid[])
      and day = any (${`{${days.join(",")}}`}::date[]) and value is not null`)
  const known = new Map(rows.map(({ account_id, day, value }) => [`${account_id} ${day}`, value]))
  const instants = instantsOfDays(days, { timeZone, now: caller.now })
  const judgements = await judgementsSince(on, caller, { accountIds, since: instants[0] ?? caller.now })
  return new Map(
    accountIds.map((id) => [
      id,
      days.map((day, place) =>
        countingScore({
          computed: known.get(`${id} ${day}`) ?? null,
          judgements: judgements.get(id) ?? [],
          at: instants[place]!,
        }),
      ),
    ]),
  )
}
