import fc from "fast-check"
import type { HealthModel, ModelMeasure } from "../schema.ts"
import type { Reading } from "../score-schema.ts"
import { modelOf } from "./model-of.ts"
import { scales } from "./scales.ts"

export type World = { model: HealthModel; readings: Reading[]; asOf: string }

const asOf = "2026-11-20"
const raw = fc.oneof(
  fc.integer({ min: -300, max: 300 }),
  fc.constantFrom("low", "medium", "high", "other", "unheard of"),
)
const drawnMeasure = fc.record({
  groupKey: fc.constantFrom("one", "two", "three"),
  weight: fc.integer({ min: 1, max: 9 }),
  scale: scales.any,
  maxAgeDays: fc.constantFrom(null, 3, 30),
  veto: fc.option(
    fc.record({ atOrBelowScore: fc.integer({ min: 0, max: 30 }), reason: fc.constant("Hard stop") }),
  ),
})
const drawnReadings = fc.array(
  fc.record({
    source: fc.constantFrom("product", "crm"),
    observedOn: fc.integer({ min: 10, max: 22 }).map((day) => `2026-11-${day}`),
    value: raw,
  }),
  { maxLength: 3 },
)

/** Arbitrary models with readings: several sources, stale, missing and unreadable values, vetoes. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    measures: fc.array(fc.tuple(drawnMeasure, drawnReadings), { minLength: 1, maxLength: 7 }),
    groupWeights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
    minimumCoverage: fc.constantFrom(0, 0, 0.5),
  })
  .map(({ measures, groupWeights, minimumCoverage }) => {
    const named: Record<string, Partial<ModelMeasure>> = {}
    const readings: Reading[] = []
    for (const [i, [measure, observed]] of measures.entries()) {
      named[`m${i}`] = { ...measure, sources: ["product"] }
      for (const one of observed) readings.push({ ...one, measureKey: `m${i}` })
    }
    const model = modelOf(named, { minimumCoverage })
    const groups = model.groups.map((group, i) => ({ ...group, weight: groupWeights[i]! }))
    return { model: { ...model, groups }, readings, asOf }
  })
