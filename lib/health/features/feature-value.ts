import type { Aggregate } from "../schema.ts"
import { changePer30Days } from "./change-per-30-days.ts"
import type { Statistics } from "./statistics.ts"

/**
 * The value of an aggregate that a scale scores: the last reading, their mean (Σy / n), their sum, or their change
 * per 30 days. null where too few readings are inside the window to say one.
 */
export function featureValue(aggregate: Aggregate, statistics: Statistics): number | null {
  if (aggregate === "last") return statistics.lastValue
  if (aggregate === "sum") return statistics.sum
  return aggregate === "mean" ? statistics.sum / statistics.n : changePer30Days(statistics)
}
