import { createHash } from "node:crypto"
import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { ScoreReason } from "#lib/health/reasons.ts"
import type { HealthScore } from "#lib/health/score-schema.ts"
import { storedScore } from "#lib/health/stored-score.ts"
import type { TrendWord } from "#lib/health/trend.ts"
import type { Db } from "../client.ts"
import { refreshAccountList } from "./account-list.ts"

export type ScoreToSave = {
  readonly accountId: string
  readonly score: HealthScore
  readonly reasons: readonly ScoreReason[]
  readonly weekAgo: number | null
  readonly trend: TrendWord
}

export type SavedScores = { written: number; changedBand: number; accountIds: string[] }

/**
 * Upserts the dated score, the newest one and, where no judgement is in force or waits, what the list of accounts shows
 * of it; rows that would not differ are not touched. Every account has a row for every day. The parts are kept once: a
 * day with the parts of the day before names that day instead, but never one of an earlier month, so that a month can
 * be put away whole.
 */
export async function saveScores(
  on: Db,
  caller: Caller,
  { scores, day }: { scores: readonly ScoreToSave[]; day: string },
): Promise<SavedScores> {
  assertCan(caller, "health.rescore")
  if (scores.length === 0) return { written: 0, changedBand: 0, accountIds: [] }
  const rows = JSON.stringify(scores.map(rowOf))
  const now = caller.now.toISOString()
  const workspace = sql`${caller.workspaceId}::uuid`
  const written = await on.execute<{ account_id: string; changed_band: boolean; is_judged: boolean }>(sql`
    with given as materialized (
      select g.*, case when p.model_id = g.model_id and p.score->>'digest' = g.score->>'digest'
        then jsonb_build_object('digest', g.score->'digest', 'bands', g.score->'bands',
          'partsOn', coalesce(p.score->>'partsOn', p.day::text)) else g.score end as kept
      from jsonb_to_recordset(${rows}::jsonb) as g(account_id uuid, model_id uuid, value smallint,
        exact float8, band score_band, coverage real, score jsonb, reasons jsonb, week_ago_value smallint, trend text)
      left join lateral (
        select h.day, h.model_id, h.score from health_score h
        where h.workspace_id = ${workspace} and h.account_id = g.account_id
          and h.day >= date_trunc('month', ${day}::date)::date and h.day < ${day}::date
        order by h.day desc limit 1) p on true
      order by g.account_id
    ), dated as (
      insert into health_score as h (workspace_id, account_id, day, model_id, value, exact, band, coverage, score, computed_at)
      select ${workspace}, account_id, ${day}::date, model_id, value, exact, band, coverage, kept, ${now}::timestamptz
      from given
      on conflict (workspace_id, account_id, day) do update set model_id = excluded.model_id, value = excluded.value,
        exact = excluded.exact, band = excluded.band, coverage = excluded.coverage, score = excluded.score,
        computed_at = excluded.computed_at
      where h.model_id <> excluded.model_id or h.score->>'digest' is distinct from excluded.score->>'digest'
      returning account_id
    ), before as (
      select account_id, band from account_health where workspace_id = ${workspace}
        and account_id in (select account_id from dated)
    ), newest as (
      insert into account_health as c (workspace_id, account_id, day, value, band, coverage, reasons, week_ago_value, trend, computed_at)
      select ${workspace}, g.account_id, ${day}::date, g.value, g.band, g.coverage, g.reasons,
        g.week_ago_value, g.trend, ${now}::timestamptz
      from given g
      on conflict (workspace_id, account_id) do update set day = excluded.day, value = excluded.value,
        band = excluded.band, coverage = excluded.coverage, reasons = excluded.reasons,
        week_ago_value = excluded.week_ago_value, trend = excluded.trend, computed_at = excluded.computed_at
      where c.day <= excluded.day and (c.day, c.value, c.band, c.coverage, c.reasons, c.week_ago_value, c.trend)
        is distinct from (excluded.day, excluded.value, excluded.band, excluded.coverage, excluded.reasons,
          excluded.week_ago_value, excluded.trend)
      returning account_id, value, band, coverage, computed_at
    ), listed as (
      update account_list l set health = n.value, band = n.band, coverage = n.coverage, scored_at = n.computed_at
      from newest n where l.workspace_id = ${workspace} and l.account_id = n.account_id and l.until_instant = 'infinity'
      returning l.account_id
    )
    select account_id,
      coalesce(n.band <> b.band, false) as changed_band,
      n.account_id is not null and l.account_id is null as is_judged
    from dated d full join newest n using (account_id) left join before b using (account_id)
      left join listed l using (account_id)`)
  const judged = written.filter((row) => row.is_judged).map((row) => row.account_id)
  await refreshAccountList(on, caller, judged)
  return {
    written: written.length,
    changedBand: written.filter((row) => row.changed_band).length,
    accountIds: written.map((row) => row.account_id),
  }
}

function rowOf({ accountId, score, reasons, weekAgo, trend }: ScoreToSave) {
  const stored = storedScore(score)
  const digest = createHash("sha256").update(JSON.stringify(stored)).digest("base64url").slice(0, 22)
  return {
    account_id: accountId,
    model_id: score.modelId,
    value: score.value,
    exact: score.exact,
    band: score.band,
    coverage: score.coverage,
    score: { digest, ...stored },
    reasons,
    week_ago_value: weekAgo,
    trend,
  }
}

/**
 * Before the scores of a past day are made again: later days that share its parts get them for their own, because what
 * they were made of does not change with it.
 */
export async function keepLaterParts(
  on: Db,
  caller: Caller,
  { accountIds, day }: { accountIds: readonly string[]; day: string },
): Promise<void> {
  assertCan(caller, "health.rescore")
  await on.execute(sql`
    update health_score later set score = whole.score
    from health_score whole
    where later.workspace_id = ${caller.workspaceId} and later.account_id = any (${`{${accountIds.join(",")}}`}::uuid[])
      and later.day > ${day}::date and later.day < date_trunc('month', ${day}::date) + interval '1 month'
      and later.score->>'partsOn' = ${day}
      and whole.workspace_id = later.workspace_id and whole.account_id = later.account_id and whole.day = ${day}::date`)
}
