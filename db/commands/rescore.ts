import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { pickModel } from "#lib/health/pick-model.ts"
import { strongestReasons } from "#lib/health/reasons.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import { scoreAccount } from "#lib/health/score.ts"
import type { HealthScore } from "#lib/health/score-schema.ts"
import { type DatedScore, healthTrend } from "#lib/health/trend.ts"
import type { Db } from "../client.ts"
import { type AccountToScore, accountsToScore, scoreHistories } from "../queries/health.ts"
import { record } from "./record.ts"

const chunkSize = 250
const reasonsKept = 3

/** What to score: for which day, after which account in id order, or only these accounts. */
export type Chunk = {
  models: readonly HealthModel[]
  day: string
  after: string | null
  only?: readonly string[]
}

export type RescoredChunk = {
  /** Accounts read, scored or not. */
  read: number
  /** The account after which the next chunk begins; null after the last one. */
  next: string | null
  scored: Scored[]
  written: number
  changedBand: number
}

type Scored = { accountId: string; score: HealthScore; row: Record<string, unknown> }

/**
 * One chunk: read, score, save what differs, record one event. An account that no model scores any more leaves
 * the list of newest scores; its history stays.
 */
export async function rescoreChunk(on: Db, caller: Caller, chunk: Chunk): Promise<RescoredChunk> {
  assertCan(caller, "health.rescore")
  const { models, day } = chunk
  const accounts = await accountsToScore(on, caller, { ...chunk, limit: chunkSize })
  const accountIds = accounts.map(({ id }) => id)
  if (accounts.length === 0) return { read: 0, next: null, scored: [], written: 0, changedBand: 0 }
  const histories = await scoreHistories(on, caller, { accountIds, before: day })
  const scored = accounts.flatMap((account) =>
    scoreOne(account, { models, day, history: histories.get(account.id) ?? [] }),
  )
  const saved = await save(on, caller, { scored, day })
  const areScored = new Set(scored.map(({ accountId }) => accountId))
  const unscored = accountIds.filter((accountId) => !areScored.has(accountId))
  const cleared = await clearNewest(on, caller, { accountIds: unscored, day })
  if (saved.written > 0 || cleared.length > 0)
    await record(on, caller, {
      type: "health.rescored",
      caseType: "health",
      caseId: day,
      payload: {
        day,
        accounts: saved.written + cleared.length,
        changedBand: saved.changedBand,
        all: !chunk.only,
        accountIds: [...saved.accountIds, ...cleared].slice(0, 200),
      },
    })
  return {
    read: accounts.length,
    next: accounts.length < chunkSize ? null : (accountIds.at(-1) ?? null),
    scored,
    written: saved.written,
    changedBand: saved.changedBand,
  }
}

/** A score of a later day stays: scoring an earlier day again says nothing about it. */
async function clearNewest(
  on: Db,
  caller: Caller,
  { accountIds, day }: { accountIds: readonly string[]; day: string },
): Promise<string[]> {
  if (accountIds.length === 0) return []
  const rows = await on.execute<{ account_id: string }>(sql`
    delete from account_health where workspace_id = ${caller.workspaceId} and day <= ${day}::date
      and account_id = any (${`{${accountIds.join(",")}}`}::uuid[]) returning account_id`)
  return rows.map((row) => row.account_id)
}

function scoreOne(
  account: AccountToScore,
  { models, day, history }: { models: readonly HealthModel[]; day: string; history: readonly DatedScore[] },
): Scored[] {
  const picked = pickModel(models, account)
  if (!picked) return []
  const { model } = picked
  const score = scoreAccount({ model, readings: account.readings, asOf: day })
  const weekAgo = history.findLast((past) => isWeekAgo(daysApart(past.day, day)))
  const dated = score.value === null ? [...history] : [...history, { day, value: score.value }]
  const row = {
    account_id: account.id,
    model_id: model.id,
    value: score.value,
    exact: score.exact,
    band: score.band,
    coverage: score.coverage,
    score,
    reasons: strongestReasons(score, model, reasonsKept),
    week_ago_value: weekAgo?.value ?? null,
    trend: score.value === null ? "too-little-data" : healthTrend(dated).trend,
  }
  return [{ accountId: account.id, score, row }]
}

/** A comparison further back would be told as a change within a week. */
const isWeekAgo = (days: number): boolean => days >= 7 && days <= 13

const daysApart = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Upserts both the dated score and the newest one; rows that would not differ are not touched. */
async function save(
  on: Db,
  caller: Caller,
  { scored, day }: { scored: readonly Scored[]; day: string },
): Promise<{ written: number; changedBand: number; accountIds: string[] }> {
  const rows = JSON.stringify(scored.map(({ row }) => row))
  const now = caller.now.toISOString()
  const written = await on.execute<{ account_id: string; changed_band: boolean }>(sql`
    with given as (
      select * from jsonb_to_recordset(${rows}::jsonb) as g(account_id uuid, model_id uuid, value smallint,
        exact float8, band score_band, coverage real, score jsonb, reasons jsonb, week_ago_value smallint, trend text)
    ), dated as (
      insert into health_score as h (workspace_id, account_id, day, model_id, value, exact, band, coverage, score, computed_at)
      select ${caller.workspaceId}::uuid, account_id, ${day}::date, model_id, value, exact, band, coverage, score, ${now}::timestamptz
      from given order by account_id
      on conflict (workspace_id, account_id, day) do update set model_id = excluded.model_id, value = excluded.value,
        exact = excluded.exact, band = excluded.band, coverage = excluded.coverage, score = excluded.score,
        computed_at = excluded.computed_at
      where h.score is distinct from excluded.score
      returning account_id
    ), before as (
      select account_id, band from account_health where workspace_id = ${caller.workspaceId}
        and account_id in (select account_id from dated)
    ), newest as (
      insert into account_health as c (workspace_id, account_id, day, value, band, coverage, reasons, week_ago_value, trend, computed_at)
      select ${caller.workspaceId}::uuid, g.account_id, ${day}::date, g.value, g.band, g.coverage, g.reasons,
        g.week_ago_value, g.trend, ${now}::timestamptz
      from given g order by g.account_id
      on conflict (workspace_id, account_id) do update set day = excluded.day, value = excluded.value,
        band = excluded.band, coverage = excluded.coverage, reasons = excluded.reasons,
        week_ago_value = excluded.week_ago_value, trend = excluded.trend, computed_at = excluded.computed_at
      where c.day <= excluded.day and (c.day, c.value, c.band, c.coverage, c.reasons, c.week_ago_value, c.trend)
        is distinct from (excluded.day, excluded.value, excluded.band, excluded.coverage, excluded.reasons,
          excluded.week_ago_value, excluded.trend)
      returning account_id, band
    )
    select d.account_id, coalesce(n.band is distinct from b.band and b.band is not null, false) as changed_band
    from dated d left join newest n using (account_id) left join before b using (account_id)`)
  return {
    written: written.length,
    changedBand: written.filter((row) => row.changed_band).length,
    accountIds: written.map((row) => row.account_id),
  }
}
