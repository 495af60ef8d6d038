import { featureUnit } from "./feature-words.ts"
import type { HealthModel } from "./schema.ts"
import type { HealthScore } from "./score-schema.ts"

export type ScoreReason = {
  readonly measureKey: string | null
  readonly label: string
  readonly raw: number | string | null
  readonly unit: string
  readonly points: number
}

/**
 * The strongest reasons of a score: what lifts a good one, what pulls down any other. A veto comes first.
 * Ties keep the model's order, so that the same score always gives the same words.
 */
export function strongestReasons(score: HealthScore, model: HealthModel, count: number): ScoreReason[] {
  const units = new Map(model.measures.map((measure) => [measure.key, featureUnit(measure)]))
  const direction = score.band === "green" ? 1 : -1
  const veto = score.vetoes[0]
  const first: ScoreReason[] =
    score.vetoPart && veto
      ? [
          {
            measureKey: veto.measureKey,
            label: veto.reason,
            raw: null,
            unit: "",
            points: score.vetoPart.points,
          },
        ]
      : []
  const rest = score.parts
    .filter((part) => part.state === "used" && part.points * direction > 0)
    .filter((part) => part.measureKey !== first[0]?.measureKey)
    .toSorted((a, b) => (b.points - a.points) * direction)
    .map(({ measureKey, label, raw, points }) => ({
      measureKey,
      label,
      raw,
      unit: units.get(measureKey) ?? "",
      points,
    }))
  return [...first, ...rest].slice(0, count)
}
