import type { Caller } from "#lib/access/caller.ts"
import type { HealthOverride } from "#lib/health/override.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import type { HealthScore, Reading } from "#lib/health/score-schema.ts"
import type { DatedScore } from "#lib/health/trend.ts"
import type { Db } from "../client.ts"
import { accountsToScore, lastOverride, modelById, scoreHistories, scoreOn } from "./health.ts"

export type AccountHealth = {
  score: HealthScore
  computedAt: Date
  model: HealthModel
  readings: readonly Reading[]
  override: HealthOverride | null
  /** Earlier scores and this one, oldest first. */
  history: DatedScore[]
  /** The score in force on the day compared with, when there was another one. */
  earlier: { score: HealthScore; readings: readonly Reading[] } | null
}

type Asked = { accountId: string; day: string; comparedWith: string }

/** The newest score of an account on a day with all that explains it; null before the first scoring. */
export async function accountHealthOn(on: Db, caller: Caller, asked: Asked): Promise<AccountHealth | null> {
  const { accountId, day, comparedWith } = asked
  const newest = await scoreOn(on, caller, { accountId, day })
  const model = newest && (await modelById(on, caller, newest.score.modelId))
  if (!newest || !model) return null
  const { score } = newest
  const histories = await scoreHistories(on, caller, { accountIds: [accountId], before: score.asOf })
  const history = histories.get(accountId) ?? []
  const before = await scoreOn(on, caller, { accountId, day: comparedWith })
  const isOther = before !== null && before.score.asOf < score.asOf
  return {
    ...newest,
    model,
    readings: await readingsOn(on, caller, { accountId, day: score.asOf }),
    override: await lastOverride(on, caller, accountId),
    history: score.value === null ? history : [...history, { day: score.asOf, value: score.value }],
    earlier: isOther
      ? {
          score: before.score,
          readings: await readingsOn(on, caller, { accountId, day: before.score.asOf }),
        }
      : null,
  }
}

async function readingsOn(
  on: Db,
  caller: Caller,
  { accountId, day }: { accountId: string; day: string },
): Promise<readonly Reading[]> {
  const [account] = await accountsToScore(on, caller, { after: null, limit: 1, day, only: [accountId] })
  return account?.readings ?? []
}
