import type { HealthModel } from "./schema.ts"
import type { HealthScore, ScorePart } from "./score-schema.ts"

/**
 * The fewest measures whose fresh reading lifts coverage to the model's minimum: those with most configured
 * weight first. Empty when the data suffice already.
 */
export function refreshNeeds(model: HealthModel, score: HealthScore): ScorePart[] {
  const configured = (part: ScorePart): number => {
    const group = model.groups.find((one) => one.key === part.groupKey)!
    const measure = model.measures.find((one) => one.key === part.measureKey)!
    return (group.weight * measure.weight) / 10_000
  }
  const absent = score.parts.filter((part) => part.state !== "used")
  const needs: ScorePart[] = []
  let coverage = score.coverage
  for (const part of absent.toSorted((a, b) => configured(b) - configured(a))) {
    if (coverage > 0 && coverage >= model.minimumCoverage) break
    needs.push(part)
    coverage += configured(part)
  }
  return needs
}
