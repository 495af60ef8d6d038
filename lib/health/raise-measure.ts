import type { RawValue } from "./measure-score.ts"
import { rawForScore } from "./raw-for-score.ts"
import type { HealthModel, ModelMeasure } from "./schema.ts"
import { scoreAccount } from "./score.ts"
import type { HealthScore, Reading } from "./score-schema.ts"

export type WhatIf = {
  readonly model: HealthModel
  readonly readings: readonly Reading[]
  readonly asOf: string
}

/** Scores strictly above a veto's limit by no more than rounding can tell. */
const justAbove = 1e-6

/** The same readings with one measure at another value, as if its source had said so on the same day. */
export function withRawValue(
  readings: readonly Reading[],
  score: HealthScore,
  change: { readonly measureKey: string; readonly raw: RawValue },
): Reading[] {
  const part = score.parts.find((one) => one.measureKey === change.measureKey)
  const others = readings.filter((reading) => reading.measureKey !== change.measureKey)
  const observedOn = part?.observedOn ?? score.asOf
  return [
    ...others,
    { measureKey: change.measureKey, source: part?.source ?? "what-if", observedOn, value: change.raw },
  ]
}

/**
 * The least demanding raw value of one measure with which the score shows at least `target`, everything else as it
 * is; null when no value does. Half a point below the target is enough, because the score is shown whole.
 *
 *   needed measure score = own score + (target - 0.5 - exact score without cap) / share,
 *   and above the limit of its own veto
 *
 * The answer is proved by scoring again, so vetoes on other measures and rounding are always respected.
 */
export function raiseMeasure(
  { model, readings, asOf }: WhatIf,
  measure: ModelMeasure,
  target: number,
): { raw: RawValue; score: HealthScore } | null {
  const current = scoreAccount({ model, readings, asOf })
  const part = current.parts.find((one) => one.measureKey === measure.key)
  if (part?.state !== "used" || part.weight === 0) return null
  const missing = target - 0.5 - uncappedScore(current)
  const raised = part.measureScore! + (missing * 100) / part.weight
  const aboveVeto = measure.veto === null ? 0 : measure.veto.atOrBelowScore + justAbove
  const raw = rawForScore(measure.scale, Math.max(raised, aboveVeto))
  if (raw === null) return null
  const change = { measureKey: measure.key, raw }
  const score = scoreAccount({ model, readings: withRawValue(readings, current, change), asOf })
  return score.value !== null && score.value >= target ? { raw, score } : null
}

const uncappedScore = (score: HealthScore): number =>
  score.parts.reduce(
    (sum, part) => sum + (part.weight * ((part.measureScore ?? score.baseline) - score.baseline)) / 100,
    score.baseline,
  )
