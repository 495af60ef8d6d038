import { highestScore, type RawValue } from "./measure-score.ts"
import { raiseMeasure, type WhatIf, withRawValue } from "./raise-measure.ts"
import { rawForScore } from "./raw-for-score.ts"
import type { ModelMeasure } from "./schema.ts"
import { scoreAccount } from "./score.ts"

/**
 * The fewest measures that lift the score to `target` together, with a raw value for each: greedy. Vetoes that hold
 * must be lifted in any case, so their measures come first; then the measures that can still give most points,
 * each at its best, until one more suffices, which is then raised only as far as needed. Taking the largest
 * first makes the number of measures minimal. null when all of them at their best are not enough.
 */
export function smallestCombination(given: WhatIf, target: number): Map<string, RawValue> | null {
  const { model, asOf } = given
  const changes = new Map<string, RawValue>()
  let readings = given.readings
  const change = (measure: ModelMeasure, raw: RawValue) => {
    const score = scoreAccount({ model, readings, asOf })
    readings = withRawValue(readings, score, { measureKey: measure.key, raw })
    changes.set(measure.key, raw)
  }
  const start = scoreAccount({ model, readings, asOf })
  const vetoed = new Set(start.vetoes.map((hit) => hit.measureKey))
  for (const measure of model.measures.filter(({ key }) => vetoed.has(key))) {
    const raw = rawForScore(measure.scale, measure.veto!.atOrBelowScore + 1e-6)
    if (raw === null) return null
    change(measure, raw)
  }
  const reached = scoreAccount({ model, readings, asOf }).value
  if (reached !== null && reached >= target) return changes

  const room = (measure: ModelMeasure): number => {
    const part = start.parts.find((one) => one.measureKey === measure.key)!
    return part.weight * (highestScore(measure.scale) - (part.measureScore ?? 0))
  }
  const candidates = model.measures
    .filter((measure) => room(measure) > 0)
    .toSorted((a, b) => Number(vetoed.has(b.key)) - Number(vetoed.has(a.key)) || room(b) - room(a))
  for (const measure of candidates) {
    const last = raiseMeasure({ model, readings, asOf }, measure, target)
    if (last) return changes.set(measure.key, last.raw)
    change(measure, rawForScore(measure.scale, highestScore(measure.scale))!)
  }
  return null
}
