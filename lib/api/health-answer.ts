import type { z } from "zod"
import { effectiveHealth } from "../health/effective-health.ts"
import type { HealthOverride } from "../health/override.ts"
import type { HealthModel } from "../health/schema.ts"
import type { HealthScore } from "../health/score-schema.ts"
import { type DatedScore, healthTrend } from "../health/trend.ts"
import type { healthOfCustomer } from "./health.ts"

type Known = {
  account: { readonly id: string; readonly name: string }
  health: {
    readonly score: HealthScore
    readonly model: HealthModel
    readonly history: readonly DatedScore[]
    readonly override: HealthOverride | null
    readonly computedAt: Date
  }
  now: Date
}

/** A score in the words of the public API. */
export function healthAnswer({ account, health, now }: Known): z.input<typeof healthOfCustomer.answer> {
  const { score, model, history, override, computedAt } = health
  const trend = healthTrend(history)
  const { perceived } = effectiveHealth({ computed: score, override, asOf: now })
  return {
    customer_id: account.id,
    name: account.name,
    health_score: score.value,
    band: score.band,
    baseline: score.baseline,
    parts: score.parts,
    veto: score.vetoPart,
    vetoes: score.vetoes,
    coverage: score.coverage,
    measures_used: score.measuresUsed,
    measures_total: score.measuresTotal,
    oldest_days: score.oldestDays,
    disagreements: score.disagreements,
    trend: { direction: trend.trend, change: trend.change, is_signal: trend.isSignal, words: trend.words },
    perceived: perceived && {
      value: perceived.value,
      band: perceived.band,
      reason: perceived.reason,
      author: perceived.author,
      expires_at: perceived.expiresAt.toISOString(),
    },
    churn_probability: null,
    churn_probability_reason: "No churn model has been fitted in this workspace yet.",
    model: { id: score.modelId, name: model.name, version: score.modelVersion },
    as_of: score.asOf,
    computed_at: computedAt.toISOString(),
  }
}
