import type { Aggregate } from "../schema.ts"
import { changePer30Days } from "./change-per-30-days.ts"
import type { Statistics } from "./statistics.ts"

/**
 * The value of an aggregate that a scale scores: the last reading, their mean (Σy / n), their sum, or their change
 * per 30 days. null where too few readings are inside the window to say one. Aggregates are rounded to twelve digits:
 * the last ones depend on the order in which a database adds up, and would look like news.
 */
export function featureValue(aggregate: Aggregate, statistics: Statistics): number | null {
  if (aggregate === "last") return statistics.lastValue
  const value = aggregated(aggregate, statistics)
  return value === null ? null : Number(value.toPrecision(12))
}

function aggregated(aggregate: Exclude<Aggregate, "last">, statistics: Statistics): number | null {
  if (aggregate === "sum") return statistics.sum
  return aggregate === "mean" ? statistics.sum / statistics.n : changePer30Days(statistics)
}
