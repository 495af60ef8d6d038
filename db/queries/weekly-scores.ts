import type { Caller } from "#lib/access/caller.ts"
import { type CountingScore, countingScore, instantsOfDays } from "#lib/health/counting-score.ts"
import type { Db } from "../client.ts"
import { judgementsSince } from "./judgements.ts"
import { scoresOn } from "./scores-on.ts"

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
  const known = await scoresOn(on, caller, { accountIds, days })
  const instants = instantsOfDays(days, { timeZone, now: caller.now })
  const judgements = await judgementsSince(on, caller, { accountIds, since: instants[0] ?? caller.now })
  return new Map(
    accountIds.map((id) => [
      id,
      days.map((day, place) =>
        countingScore({
          computed: known.get(id)?.get(day) ?? null,
          judgements: judgements.get(id) ?? [],
          at: instants[place]!,
        }),
      ),
    ]),
  )
}
