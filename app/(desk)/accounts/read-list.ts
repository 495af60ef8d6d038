import type { WithoutOne } from "#components/accounts/no-accounts-state.tsx"
import type { Db } from "#db/client.ts"
import { accountRows } from "#db/queries/accounts.ts"
import { publishedModels } from "#db/queries/health.ts"
import { healthSpread } from "#db/queries/health-spread.ts"
import { accountTotals } from "#db/queries/list-totals.ts"
import { ownerChoices, teamChoices } from "#db/queries/people.ts"
import { viewsOf } from "#db/queries/views.ts"
import { weeklyScores } from "#db/queries/weekly-scores.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ListPosition } from "#lib/accounts/list-cursor.ts"
import { type AccountsQuery, accountFilterKeys } from "#lib/accounts/list-query.ts"
import { dayOf } from "#lib/format/instant.ts"
import { commonBands } from "#lib/health/common-bands.ts"
import type { CountingScore } from "#lib/health/counting-score.ts"
import { weeklyDays } from "#lib/health/weekly-days.ts"
import { spansOf } from "#lib/period/spans.ts"
import { scoreChanges } from "#lib/server/accounts/score-changes.ts"

type Asked = {
  readonly query: AccountsQuery
  readonly position: ListPosition | null
  readonly today: string
  readonly currency: string
  readonly timeZone: string
  readonly hasWeeks: boolean
}

/** All that the list shows, in one reading: rows, counts, choices, views, and the way out of filters that leave nothing. */
export async function readList(tx: Db, caller: Caller, asked: Asked) {
  const { query, position, today, currency, timeZone, hasWeeks } = asked
  const page = await accountRows(tx, caller, { query, position, today, currency })
  const totals = await accountTotals(tx, caller, { query, position, today })
  const scoredOn = totals.scoredAt ? dayOf(totals.scoredAt, timeZone) : today
  const days = weeklyDays(scoredOn)
  const spans = spansOf(query, today)
  const accountIds = page.rows.map(({ id }) => id)
  const weeks =
    hasWeeks && accountIds.length > 0
      ? await weeklyScores(tx, caller, { accountIds, days, timeZone })
      : new Map<string, CountingScore[]>()
  return {
    page,
    totals,
    weeks,
    spans,
    changes: await scoreChanges(tx, caller, { accountIds, spans, scoredOn }),
    owners: await ownerChoices(tx, caller),
    teams: query.team ? await teamChoices(tx, caller) : [],
    views: await viewsOf(tx, caller, { page: "/accounts" }),
    spread: query.plot ? await readSpread(tx, caller, { query, today }) : null,
    without: totals.matching === 0 ? await withoutEach(tx, caller, { query, today }) : [],
  }
}

/** How health spreads, and the edges of its bands where all models have the same. */
async function readSpread(tx: Db, caller: Caller, asked: { query: AccountsQuery; today: string }) {
  const models = await publishedModels(tx, caller)
  return { columns: await healthSpread(tx, caller, asked), bands: commonBands(models) }
}

/** How many match when one filter is taken off, for each that is on. */
async function withoutEach(
  tx: Db,
  caller: Caller,
  { query, today }: { query: AccountsQuery; today: string },
): Promise<WithoutOne[]> {
  const found: WithoutOne[] = []
  for (const key of accountFilterKeys.filter((each) => query[each] !== undefined)) {
    const rest = { ...query, [key]: undefined }
    const { matching } = await accountTotals(tx, caller, { query: rest, position: null, today })
    found.push({ key, matching })
  }
  return found
}
