import { and, desc, eq, isNull, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { HealthOverride } from "#lib/health/override.ts"
import type { SegmentFacts } from "#lib/health/pick-model.ts"
import { type HealthModel, healthModel as modelSchema, type ScoreBand } from "#lib/health/schema.ts"
import type { HealthScore } from "#lib/health/score-schema.ts"
import { restoredScore } from "#lib/health/stored-score.ts"
import type { DatedScore, TrendWord } from "#lib/health/trend.ts"
import type { Db } from "../client.ts"
import { healthOverride } from "../schema/health.ts"
import { type AskedAccounts, among } from "./asked-accounts.ts"

/** The published models in the order in which their rules are tried. */
export async function publishedModels(on: Db, caller: Caller): Promise<HealthModel[]> {
  const rows = await on.execute<{ definition: unknown }>(sql`
    select definition from health_model
    where workspace_id = ${caller.workspaceId} and state = 'published' order by rank, id`)
  return rows.map((row) => modelSchema.parse(row.definition))
}

export type AccountToScore = SegmentFacts & {
  readonly id: string
  /** The newest score, as the lists know it; null before the first one. */
  readonly newest: (Past & { readonly day: string; readonly value: number | null }) | null
}

type Newest = {
  day: string | null
  value: number | null
  trend: string | null
  week_ago_value: number | null
}

/** A chunk of accounts in id order: all that come after one, or some. */
export async function accountsToScore(
  on: Db,
  caller: Caller,
  { after, limit, only }: { after: string | null; limit: number; only?: readonly string[] },
): Promise<AccountToScore[]> {
  const rows = await on.execute<SegmentFacts & { id: string } & Newest>(sql`
    select a.id, a.segment, a.region, a.industry, a.lifecycle_stage as stage, h.day::text, h.value, h.trend,
      h.week_ago_value
    from account a
    left join account_health h on h.workspace_id = a.workspace_id and h.account_id = a.id
    where a.workspace_id = ${caller.workspaceId} ${after ? sql`and a.id > ${after}` : sql``}
      ${only ? sql`and a.id = any (${`{${only.join(",")}}`}::uuid[])` : sql``}
    order by a.id limit ${limit}`)
  return rows.map(({ day, value, trend, week_ago_value, ...account }) => ({
    ...account,
    newest:
      day === null || trend === null
        ? null
        : { day, value, trend: trend as TrendWord, weekAgo: week_ago_value },
  }))
}

/** What a new score is compared with. */
export type Past = { readonly trend: TrendWord; readonly weekAgo: number | null }

export type EarlierScores = {
  /** Of the last quarter, oldest first. */
  readonly values: readonly number[]
  /** The score of a week before; null when the last one up to then is older than two weeks. */
  readonly weekAgo: number | null
}

/** The values of earlier scores of many accounts, for their trends. */
export async function earlierScores(
  on: Db,
  caller: Caller,
  { accounts, before }: { accounts: AskedAccounts; before: string },
): Promise<Map<string, EarlierScores>> {
  if (accounts.ids.length === 0) return new Map()
  const rows = await on.execute<{ account_id: string; values: string; week_ago: number | null }>(sql`
    select account_id, array_agg(value order by day)::text as values,
      (array_agg(value order by day desc) filter (where day between ${before}::date - 13 and ${before}::date - 7))[1] as week_ago
    from health_score
    where workspace_id = ${caller.workspaceId} and ${among(sql`account_id`, accounts)}
      and day < ${before}::date and day >= ${before}::date - 91 and value is not null
    group by account_id`)
  return new Map(
    rows.map(({ account_id, values, week_ago }) => [
      account_id,
      { values: values.slice(1, -1).split(",").map(Number), weekAgo: week_ago },
    ]),
  )
}

/** The scores of some accounts before a day, oldest first, at most a quarter back. */
export async function scoreHistories(
  on: Db,
  caller: Caller,
  { accountIds, before }: { accountIds: readonly string[]; before: string },
): Promise<Map<string, DatedScore[]>> {
  const rows = await on.execute<{ account_id: string; day: string; value: number }>(sql`
    select account_id, day::text, value from health_score
    where workspace_id = ${caller.workspaceId} and account_id = any (${`{${accountIds.join(",")}}`}::uuid[])
      and day < ${before}::date and day >= ${before}::date - 91 and value is not null
    order by account_id, day`)
  const byAccount = new Map<string, DatedScore[]>()
  for (const { account_id, day, value } of rows)
    byAccount.set(account_id, [...(byAccount.get(account_id) ?? []), { day, value }])
  return byAccount
}

type DatedRow = {
  day: string
  model_id: string
  definition: unknown
  value: number | null
  exact: number | null
  band: ScoreBand
  score: unknown
  computed_at: string
}

/**
 * The newest score of an account on or before a day, with all its parts. A day on which nothing changed names the day
 * whose parts it shares.
 */
export async function scoreOn(
  on: Db,
  caller: Caller,
  { accountId, day }: { accountId: string; day: string },
): Promise<{ score: HealthScore; model: HealthModel; computedAt: Date } | null> {
  const [row] = await on.execute<DatedRow>(sql`
    select h.day::text, h.model_id, m.definition, h.value, h.exact, h.band, h.computed_at::text,
      case when h.score ? 'partsOn' then (select whole.score from health_score whole
        where whole.workspace_id = h.workspace_id and whole.account_id = h.account_id
          and whole.day = (h.score->>'partsOn')::date) else h.score end as score
    from health_score h
    join health_model m on m.workspace_id = h.workspace_id and m.id = h.model_id
    where h.workspace_id = ${caller.workspaceId} and h.account_id = ${accountId} and h.day <= ${day}::date
    order by h.day desc limit 1`)
  if (!row) return null
  const model = modelSchema.parse(row.definition)
  const score = restoredScore({ ...row, model, stored: row.score })
  return { score, model, computedAt: new Date(row.computed_at) }
}

/** The judgement that was set last and not replaced, expired or not; null when there never was one. */
export async function lastOverride(
  on: Db,
  caller: Caller,
  accountId: string,
): Promise<HealthOverride | null> {
  const [row] = await on
    .select({
      value: healthOverride.value,
      reason: healthOverride.reason,
      author: healthOverride.authorName,
      setAt: healthOverride.setAt,
      expiresAt: healthOverride.expiresAt,
    })
    .from(healthOverride)
    .where(
      and(
        eq(healthOverride.workspaceId, caller.workspaceId),
        eq(healthOverride.accountId, accountId),
        isNull(healthOverride.endedAt),
      ),
    )
    .orderBy(desc(healthOverride.setAt))
    .limit(1)
  return row ?? null
}
