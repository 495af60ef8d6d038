import type { Direction, Scale } from "./schema.ts"

/** Which way of the raw value is better on this scale; null for categories, whose scores say it one by one. */
export function scaleDirection(scale: Scale): Direction | null {
  if (scale.kind === "ordinal") return null
  if (scale.kind === "linear") return scale.best > scale.worst ? "higher" : "lower"
  return scale.above >= scale.edges[0]!.score ? "higher" : "lower"
}
