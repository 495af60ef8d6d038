import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { type PickedModel, pickModel } from "#lib/health/pick-model.ts"
import { strongestReasons } from "#lib/health/reasons.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import { scoreAccount } from "#lib/health/score.ts"
import type { HealthScore } from "#lib/health/score-schema.ts"
import { trendOf } from "#lib/health/trend.ts"
import type { Db } from "../client.ts"
import { type AccountToScore, accountsToScore, type EarlierScores, earlierScores } from "../queries/health.ts"
import { readingsToScore } from "../queries/health-features.ts"
import { holdAccountList, refreshAccountList } from "./account-list.ts"
import { record } from "./record.ts"
import { keepLaterParts, type ScoreToSave, saveScores } from "./save-scores.ts"

/** What is written of so many takes a tenth of a second or two; reading them first holds nobody up. */
const chunkSize = 500
const reasonsKept = 3
const idsTold = 200

/** What to score: for which day, after which account in id order, or only these accounts. */
export type Chunk = {
  models: readonly HealthModel[]
  day: string
  after: string | null
  only?: readonly string[]
  /** The history before the day was written after its scores were: trends are made anew even where a score stays. */
  compareAnew?: boolean
}

export type RescoredChunk = {
  /** Accounts read, scored or not. */
  read: number
  /** The account after which the next chunk begins; null after the last one. */
  next: string | null
  scored: readonly { readonly accountId: string; readonly score: HealthScore }[]
  written: number
  changedBand: number
}

/**
 * One chunk: read, score, save what differs, record one event. An account that no model scores any more leaves
 * the list of newest scores; its history stays. Whoever scores in a workspace waits for whoever does so already:
 * readings are read and their scores saved without anybody's older reading coming between.
 */
export async function rescoreChunk(on: Db, caller: Caller, chunk: Chunk): Promise<RescoredChunk> {
  assertCan(caller, "health.rescore")
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 44))`)
  return scoreChunk(on, caller, chunk)
}

/** The same for whoever holds the lock of the workspace's scores already. */
export async function scoreChunk(on: Db, caller: Caller, chunk: Chunk): Promise<RescoredChunk> {
  const { models, day } = chunk
  const accounts = await accountsToScore(on, caller, { ...chunk, limit: chunkSize })
  if (accounts.length === 0) return { read: 0, next: null, scored: [], written: 0, changedBand: 0 }
  const picked = new Map(accounts.map((account) => [account.id, pickModel(models, account)]))
  const scored = await scoreAll(on, caller, {
    accounts,
    picked,
    isRun: !chunk.only,
    day,
    compareAnew: chunk.compareAnew ?? false,
  })
  const unscored = accounts.filter(({ id }) => !picked.get(id)).map(({ id }) => id)
  const mayHaveLater = accounts
    .filter(({ newest }) => newest === null || newest.day > day)
    .map(({ id }) => id)
  await holdAccountList(
    on,
    caller,
    accounts.map(({ id }) => id),
  )
  if (mayHaveLater.length > 0) await keepLaterParts(on, caller, { accountIds: mayHaveLater, day })
  const saved = await saveScores(on, caller, { scores: scored, day })
  const cleared = await clearNewest(on, caller, { accountIds: unscored, day })
  const touched = [...saved.accountIds, ...cleared]
  if (touched.length > 0)
    await record(on, caller, {
      type: "health.rescored",
      caseType: "health",
      caseId: day,
      payload: {
        day,
        accounts: touched.length,
        changedBand: saved.changedBand,
        all: !chunk.only,
        accountIds: touched.slice(0, idsTold),
      },
    })
  return {
    read: accounts.length,
    next: accounts.length < chunkSize ? null : (accounts.at(-1)?.id ?? null),
    scored,
    written: saved.written,
    changedBand: saved.changedBand,
  }
}

/**
 * The room for the scores of a day, in a transaction of its own before they are written: making a month keeps every
 * reader of scores waiting. A past one may never have been made: an account's history begins long before the product.
 */
export async function ensureScoreMonth(on: Db, caller: Caller, { day }: { day: string }): Promise<void> {
  assertCan(caller, "health.rescore")
  const month = `health_score_${day.slice(0, 7).replace("-", "_")}`
  const [found] = await on.execute<{ there: boolean }>(sql`select to_regclass(${month}) is not null as there`)
  if (!found?.there) await on.execute(sql`select ensure_month_partitions(${day}::date, ${day}::date)`)
}

type ToScore = {
  readonly accounts: readonly AccountToScore[]
  readonly picked: ReadonlyMap<string, PickedModel | null>
  readonly isRun: boolean
  readonly day: string
  readonly compareAnew: boolean
}

async function scoreAll(
  on: Db,
  caller: Caller,
  { accounts, picked, isRun, day, compareAnew }: ToScore,
): Promise<ScoreToSave[]> {
  const modelled = accounts.flatMap((account) => {
    const model = picked.get(account.id)?.model
    return model ? [{ ...account, model }] : []
  })
  const readings = await readingsToScore(on, caller, { accounts: modelled, isRun, day })
  const scored = modelled.map((account) => ({
    account,
    score: scoreAccount({ model: account.model, readings: readings.get(account.id) ?? [], asOf: day }),
  }))
  const isKept = (account: AccountToScore, score: HealthScore) =>
    !compareAnew && isAsNewest(account, score, day)
  const moved = scored.filter(({ account, score }) => !isKept(account, score))
  const ids = moved.map(({ account }) => account.id)
  const asked = { ids, isRun: isRun && ids.length > accounts.length / 2 }
  const earlier = await earlierScores(on, caller, { accounts: asked, before: day })
  return scored.map(({ account, score }) => ({
    accountId: account.id,
    score,
    reasons: strongestReasons(score, account.model, reasonsKept),
    ...(isKept(account, score) && account.newest
      ? { trend: account.newest.trend, weekAgo: account.newest.weekAgo }
      : comparedWith(earlier.get(account.id), score)),
  }))
}

/** The same value on the same day has the same trend: its past did not change. */
const isAsNewest = ({ newest }: AccountToScore, score: HealthScore, day: string): boolean =>
  newest !== null && newest.day === day && newest.value === score.value

function comparedWith(
  { values, weekAgo }: EarlierScores = { values: [], weekAgo: null },
  score: HealthScore,
) {
  if (score.value === null) return { trend: "too-little-data" as const, weekAgo }
  return { trend: trendOf([...values, score.value]).trend, weekAgo }
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
  const cleared = rows.map((row) => row.account_id)
  await refreshAccountList(on, caller, cleared)
  return cleared
}
