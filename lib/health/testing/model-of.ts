import type { HealthModel, ModelMeasure, Scale } from "../schema.ts"

export const plainScale: Scale = { kind: "linear", worst: 0, best: 100 }

/** A model for tests: one group "All" unless a measure names another; equal group weights. */
export function modelOf(
  measures: Record<string, Partial<ModelMeasure>>,
  model: Partial<HealthModel> = {},
): HealthModel {
  const whole = Object.entries(measures).map(([key, measure]) => ({
    key,
    label: key.toUpperCase(),
    unit: "",
    groupKey: "all",
    weight: 100,
    scale: plainScale,
    maxAgeDays: null,
    veto: null,
    sources: [],
    ...measure,
  }))
  const groupKeys = [...new Set(whole.map((measure) => measure.groupKey))]
  return {
    id: "model",
    version: 1,
    name: "Model",
    baseline: 50,
    minimumCoverage: 0,
    bands: { redUpTo: 50, yellowUpTo: 75 },
    groups: groupKeys.map((key) => ({
      key,
      label: key === "all" ? "All" : key,
      weight: 100 / groupKeys.length,
    })),
    measures: whole,
    ...model,
  }
}
