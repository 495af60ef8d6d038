import { featureLabel, featureUnit } from "./feature-words.ts"
import { highestScore, measureScore, type RawValue } from "./measure-score.ts"
import { raiseMeasure, type WhatIf } from "./raise-measure.ts"
import { refreshNeeds } from "./refresh-needs.ts"
import type { Band, HealthModel, ModelMeasure } from "./schema.ts"
import { scoreAccount } from "./score.ts"
import type { HealthScore, ScorePart, VetoHit } from "./score-schema.ts"
import { smallestCombination } from "./smallest-combination.ts"

export type MeasureMove = {
  readonly measureKey: string
  readonly label: string
  readonly unit: string
  readonly currentRaw: RawValue
  readonly comparison: "at least" | "at most" | "equal to"
  readonly neededRaw: RawValue
  readonly currentScore: number
  readonly neededScore: number
}

export type SingleMove = {
  readonly measureKey: string
  readonly label: string
  readonly isReachable: boolean
  /** null when this measure alone cannot do it. */
  readonly move: MeasureMove | null
  /** Points the score gains by the move; where that does not suffice, at the very most. */
  readonly gain: number
  /** Vetoes on other measures, which hold the score down whatever this one does. */
  readonly heldBy: readonly VetoHit[]
}

export type NextBand =
  | { readonly kind: "top" }
  /** `needs`: the fewest measures whose fresh reading makes the data sufficient. */
  | { readonly kind: "insufficient"; readonly coverage: number; readonly needs: readonly ScorePart[] }
  | {
      readonly kind: "step"
      readonly from: Band
      readonly to: Band
      readonly pointsNeeded: number
      readonly singles: readonly SingleMove[]
      /** Set only when no single measure suffices; null then means that all together do not either. */
      readonly combination: readonly MeasureMove[] | null
    }

/**
 * What would move an account to the next better band: each counted measure alone, and where none suffices the
 * smallest combination. Measures without a usable reading are not suggested, because nobody knows where they
 * stand. Every suggestion has been proved by scoring the account with it.
 */
export function nextBand(given: WhatIf): NextBand {
  const { model } = given
  const score = scoreAccount(given)
  if (score.value === null || score.band === "insufficient") {
    return { kind: "insufficient", coverage: score.coverage, needs: refreshNeeds(model, score) }
  }
  if (score.band === "green") return { kind: "top" }
  const [to, edge] =
    score.band === "red"
      ? (["yellow", model.bands.redUpTo] as const)
      : (["green", model.bands.yellowUpTo] as const)
  const singles = model.measures
    .filter((measure) => partOf(score, measure.key).weight > 0)
    .map((measure) => singleMove(given, score, measure, edge + 1))
    .toSorted(
      (a, b) => Number(b.isReachable) - Number(a.isReachable) || effort(a) - effort(b) || b.gain - a.gain,
    )
  const together = singles.some((single) => single.isReachable) ? null : smallestCombination(given, edge + 1)
  const combination = together && [...together].map(([key, raw]) => moveOf(model, score, key, raw))
  return { kind: "step", from: score.band, to, pointsNeeded: edge + 1 - score.value, singles, combination }
}

function singleMove(given: WhatIf, score: HealthScore, measure: ModelMeasure, target: number): SingleMove {
  const measureKey = measure.key
  const heldBy = score.vetoes.filter((hit) => hit.measureKey !== measureKey)
  const raised = raiseMeasure(given, measure, target)
  const part = partOf(score, measureKey)
  const most = (part.weight * (highestScore(measure.scale) - part.measureScore!)) / 100
  return {
    measureKey,
    label: featureLabel(measure),
    isReachable: raised !== null,
    move: raised && moveOf(given.model, score, measureKey, raised.raw),
    gain: raised ? raised.score.value! - score.value! : Math.round(most * 10) / 10,
    heldBy,
  }
}

function moveOf(
  model: HealthModel,
  score: HealthScore,
  measureKey: string,
  neededRaw: RawValue,
): MeasureMove {
  const measure = model.measures.find(({ key }) => key === measureKey)!
  const { scale } = measure
  const part = partOf(score, measureKey)
  const currentRaw = part.raw!
  const isText = scale.kind === "ordinal"
  return {
    measureKey,
    label: featureLabel(measure),
    unit: featureUnit(measure),
    currentRaw,
    comparison: isText ? "equal to" : neededRaw > currentRaw ? "at least" : "at most",
    neededRaw,
    currentScore: part.measureScore!,
    neededScore: measureScore(scale, neededRaw)!,
  }
}

const effort = ({ move }: SingleMove): number => (move ? move.neededScore - move.currentScore : 0)

const partOf = (score: HealthScore, measureKey: string): ScorePart =>
  score.parts.find((part) => part.measureKey === measureKey)!
