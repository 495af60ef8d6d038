import type { Aggregate, ModelMeasure } from "../schema.ts"

/** Readings older than this never count, whatever a model allows. */
export const lookBackDays = 400

export type FeatureWindow = {
  readonly aggregate: Aggregate
  /** Days up to the day of the score, itself included. */
  readonly days: number
}

/**
 * How far back the readings of a measure must be read: its window for an aggregate; for the last reading as long as
 * one stays fresh. What is older can only be told of, not counted.
 */
export function featureWindow({ aggregate = "last", windowDays, maxAgeDays }: ModelMeasure): FeatureWindow {
  const days = aggregate === "last" ? (maxAgeDays ?? lookBackDays) + 1 : (windowDays ?? 1)
  return { aggregate, days: Math.min(days, lookBackDays) }
}
