import type { Caller } from "#lib/access/caller.ts"
import type { Judgement } from "#lib/health/counting-score.ts"
import type { HealthOverride } from "#lib/health/override.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import type { HealthScore, Reading } from "#lib/health/score-schema.ts"
import type { DatedScore } from "#lib/health/trend.ts"
import type { Db } from "../client.ts"
import { lastOverride, scoreHistories, scoreOn } from "./health.ts"
import { readingsToScore } from "./health-features.ts"
import { judgementsSince } from "./judgements.ts"

export type AccountHealth = {
  score: HealthScore
  computedAt: Date
  model: HealthModel
  readings: readonly Reading[]
  override: HealthOverride | null
  /** Judgements that were in force at any time of the history. */
  judgements: readonly Judgement[]
  /** Earlier computed scores and this one, oldest first. */
  history: DatedScore[]
  /** The score in force on the day compared with, when there was another one; its readings if another model made it. */
  earlier: { score: HealthScore; readings: readonly Reading[] } | null
}

type Asked = { accountId: string; day: string; comparedWith: string }

/** The newest score of an account on a day with all that explains it; null before the first scoring. */
export async function accountHealthOn(on: Db, caller: Caller, asked: Asked): Promise<AccountHealth | null> {
  const { accountId, day, comparedWith } = asked
  const newest = await scoreOn(on, caller, { accountId, day })
  if (!newest) return null
  const { score, model } = newest
  const histories = await scoreHistories(on, caller, { accountIds: [accountId], before: score.asOf })
  const history = histories.get(accountId) ?? []
  const since = new Date(`${history[0]?.day ?? score.asOf}T00:00:00Z`)
  const judgements = await judgementsSince(on, caller, { accountIds: [accountId], since })
  const before = await scoreOn(on, caller, { accountId, day: comparedWith })
  const isOther = before !== null && before.score.asOf < score.asOf
  return {
    ...newest,
    readings: await readingsOn(on, caller, { accountId, model, day: score.asOf }),
    override: await lastOverride(on, caller, accountId),
    judgements: judgements.get(accountId) ?? [],
    history: score.value === null ? history : [...history, { day: score.asOf, value: score.value }],
    earlier: isOther
      ? {
          score: before.score,
          // Scored again with the newer model; by the same one, nothing would be.
          readings: isSameModel(before.score, score)
            ? []
            : await readingsOn(on, caller, { accountId, model, day: before.score.asOf }),
        }
      : null,
  }
}

const isSameModel = (one: HealthScore, other: HealthScore): boolean =>
  one.modelId === other.modelId && one.modelVersion === other.modelVersion

/** As the model takes them, also on a day on which another one was in force. */
async function readingsOn(
  on: Db,
  caller: Caller,
  { accountId, model, day }: { accountId: string; model: HealthModel; day: string },
): Promise<readonly Reading[]> {
  const accounts = [{ id: accountId, model }]
  const readings = await readingsToScore(on, caller, { accounts, isRun: false, day })
  return readings.get(accountId) ?? []
}
