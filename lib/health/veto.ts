import { featureLabel } from "./feature-words.ts"
import type { HealthModel } from "./schema.ts"
import type { VetoHit } from "./score-schema.ts"

/** The vetoes that hold: measures with a score at or below their limit. A missing measure vetoes nothing. */
export function vetoesHit(
  model: HealthModel,
  measureScoreOf: (measureKey: string) => number | null | undefined,
): VetoHit[] {
  const hits: VetoHit[] = []
  for (const { veto, ...measure } of model.measures) {
    const { key } = measure
    const score = measureScoreOf(key)
    if (veto === null || score === null || score === undefined) continue
    if (score <= veto.atOrBelowScore)
      hits.push({ measureKey: key, label: featureLabel(measure), reason: veto.reason })
  }
  return hits
}

/**
 * The part that lowers a score to the top of the red band, so that a good average cannot hide a fatal measure.
 * null when no veto holds or the score is red anyway.
 */
export function vetoCap(
  hits: readonly VetoHit[],
  displayed: number,
  redUpTo: number,
): { label: string; points: number } | null {
  if (hits.length === 0 || displayed <= redUpTo) return null
  return { label: `Veto: ${hits.map((hit) => hit.reason).join(", ")}`, points: redUpTo - displayed }
}
