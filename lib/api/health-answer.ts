import type { z } from "zod"
import { effectiveHealth } from "../health/effective-health.ts"
import type { HealthOverride } from "../health/override.ts"
import type { HealthModel } from "../health/schema.ts"
import type { Disagreement, HealthScore, ScorePart } from "../health/score-schema.ts"
import { type DatedScore, healthTrend } from "../health/trend.ts"
import type { healthOfCustomer } from "./health.ts"

type Known = {
  account: { readonly id: string; readonly externalId: string; readonly name: string }
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
    external_id: account.externalId,
    name: account.name,
    health_score: score.value,
    band: score.band,
    baseline: score.baseline,
    parts: score.parts.map(partAnswer),
    veto: score.vetoPart,
    coverage: score.coverage,
    measures_used: score.measuresUsed,
    measures_total: score.measuresTotal,
    oldest_days: score.oldestDays,
    disagreements: score.disagreements.map(disagreementAnswer),
    trend: {
      direction: trend.trend,
      change: trend.change,
      compared_with: trend.comparison,
      is_signal: trend.isSignal,
      words: trend.words,
    },
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

const partAnswer = (part: ScorePart) => ({
  measure: part.measureKey,
  label: part.label,
  group: part.groupKey,
  weight: part.weight,
  value: part.raw,
  measure_score: part.measureScore,
  points: part.points,
  state: part.state,
  source: part.source,
  observed_on: part.observedOn,
  age_days: part.ageDays,
})

const readingAnswer = ({ source, raw, measureScore, observedOn }: Disagreement["chosen"]) => ({
  source,
  value: raw,
  measure_score: measureScore,
  observed_on: observedOn,
})

const disagreementAnswer = ({ measureKey, label, chosen, other }: Disagreement) => ({
  measure: measureKey,
  label,
  chosen: readingAnswer(chosen),
  other: readingAnswer(other),
})
