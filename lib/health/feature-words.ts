import type { ModelMeasure } from "./schema.ts"

type Aggregated = Pick<ModelMeasure, "aggregate" | "windowDays">

/** The measure as a score names it: "Usage", or "Usage (mean of 28 days)" where an aggregate is scored. */
export function featureLabel(measure: Aggregated & Pick<ModelMeasure, "label">): string {
  const words = featureWords(measure)
  return words === null ? measure.label : `${measure.label} (${words})`
}

/** What an aggregate is made of, such as "mean of 28 days, n = 20"; null for a reading as it was given. */
export function featureWords({ aggregate, windowDays }: Aggregated, n?: number): string | null {
  if (aggregate === undefined || aggregate === "last") return null
  const days = `${windowDays} ${windowDays === 1 ? "day" : "days"}`
  const what =
    aggregate === "change_per_30_days" ? `change per 30 days, over ${days}` : `${aggregate} of ${days}`
  return n === undefined ? what : `${what}, n = ${n}`
}

/** The unit of what is scored: a change is one of the measure's unit per 30 days. */
export function featureUnit({ aggregate, unit }: Pick<ModelMeasure, "aggregate" | "unit">): string {
  if (aggregate !== "change_per_30_days") return unit
  return unit === "" ? "per 30 days" : `${unit} per 30 days`
}
