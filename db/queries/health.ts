import { and, desc, eq, isNull, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { HealthOverride } from "#lib/health/override.ts"
import type { SegmentFacts } from "#lib/health/pick-model.ts"
import { type HealthModel, healthModel as modelSchema } from "#lib/health/schema.ts"
import { type HealthScore, type Reading, healthScore as scoreSchema } from "#lib/health/score-schema.ts"
import type { DatedScore } from "#lib/health/trend.ts"
import type { Db } from "../client.ts"
import { healthOverride } from "../schema/health.ts"

/** Readings older than this never count, whatever a model allows. */
const lookBackDays = 400

/** The published models in the order in which their rules are tried. */
export async function publishedModels(on: Db, caller: Caller): Promise<HealthModel[]> {
  const rows = await on.execute<{ definition: unknown }>(sql`
    select definition from health_model
    where workspace_id = ${caller.workspaceId} and state = 'published' order by rank, id`)
  return rows.map((row) => modelSchema.parse(row.definition))
}

export async function modelById(on: Db, caller: Caller, id: string): Promise<HealthModel | null> {
  const [row] = await on.execute<{ definition: unknown }>(sql`
    select definition from health_model where workspace_id = ${caller.workspaceId} and id = ${id}`)
  return row ? modelSchema.parse(row.definition) : null
}

export type AccountToScore = SegmentFacts & {
  readonly id: string
  readonly readings: readonly Reading[]
}

type RawReading = {
  account_id: string
  measure_key: string
  source: string
  day: string
  value: number | null
  value_text: string | null
}

/** A chunk of accounts in id order, each with the newest reading per measure and source up to a day. */
export async function accountsToScore(
  on: Db,
  caller: Caller,
  { after, limit, day, only }: { after: string | null; limit: number; day: string; only?: readonly string[] },
): Promise<AccountToScore[]> {
  const workspace = caller.workspaceId
  const accounts = await on.execute<SegmentFacts & { id: string }>(sql`
    select id, segment, region, industry, lifecycle_stage as stage from account
    where workspace_id = ${workspace} ${after ? sql`and id > ${after}` : sql``}
      ${only ? sql`and id = any (${`{${only.join(",")}}`}::uuid[])` : sql``}
    order by id limit ${limit}`)
  if (accounts.length === 0) return []
  const readings = await readingsOf(on, caller, { accountIds: accounts.map(({ id }) => id), day })
  return accounts.map((account) => ({ ...account, readings: readings.get(account.id) ?? [] }))
}

async function readingsOf(
  on: Db,
  caller: Caller,
  { accountIds, day }: { accountIds: readonly string[]; day: string },
): Promise<Map<string, Reading[]>> {
  const rows = await on.execute<RawReading>(sql`
    select distinct on (s.account_id, s.measure_id, s.source_id)
      s.account_id, m.key as measure_key, src.key as source, s.day::text, s.value, s.value_text
    from signal s
    join measure m on m.workspace_id = s.workspace_id and m.id = s.measure_id and m.role = 'input'
    join source src on src.workspace_id = s.workspace_id and src.id = s.source_id
    where s.workspace_id = ${caller.workspaceId} and s.account_id = any (${`{${accountIds.join(",")}}`}::uuid[])
      and s.day <= ${day}::date and s.day > ${day}::date - ${lookBackDays}::int
      and (s.value is not null or s.value_text is not null)
    order by s.account_id, s.measure_id, s.source_id, s.day desc`)
  const byAccount = new Map<string, Reading[]>()
  for (const row of rows) {
    const list = byAccount.get(row.account_id) ?? []
    if (list.length === 0) byAccount.set(row.account_id, list)
    const value = row.value ?? row.value_text ?? ""
    list.push({ measureKey: row.measure_key, source: row.source, observedOn: row.day, value })
  }
  return byAccount
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

/** The newest score of an account on or before a day, with all its parts. */
export async function scoreOn(
  on: Db,
  caller: Caller,
  { accountId, day }: { accountId: string; day: string },
): Promise<{ score: HealthScore; computedAt: Date } | null> {
  const [row] = await on.execute<{ score: unknown; computed_at: string }>(sql`
    select score, computed_at::text from health_score
    where workspace_id = ${caller.workspaceId} and account_id = ${accountId} and day <= ${day}::date
    order by day desc limit 1`)
  return row ? { score: scoreSchema.parse(row.score), computedAt: new Date(row.computed_at) } : null
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
