import type { Direction, Scale } from "../schema.ts"
import { lookUpCategories } from "./category-dictionaries.ts"
import type { StarterColumn } from "./column.ts"
import { guessDirection } from "./guess-direction.ts"
import { learnCategoryScale } from "./learn-category-scale.ts"
import type { LeftOut } from "./leave-out.ts"
import { proposeNumberScale } from "./propose-number-scale.ts"

/** Weaker relations than this cannot be told from chance in most books of accounts. */
export const weakestStrength = 0.04
/** A measure that tells lost from kept accounts almost perfectly was probably written down afterwards. */
const suspiciousStrength = 0.95

export type ProposedMeasure = {
  readonly column: StarterColumn
  readonly scale: Scale
  /** null for categories, whose scores say it one by one. */
  readonly direction: Direction | null
  /** 0 to 1 as learned from the outcome; null without one. */
  readonly strength: number | null
  readonly because: readonly string[]
}

/**
 * Scale, direction and strength of one column: learned from the outcome when its average is given, else by name and
 * dictionary. A column that cannot be scored, or says too little, comes back as left out with the reason.
 */
export function proposeMeasure(column: StarterColumn, average: number | null): ProposedMeasure | LeftOut {
  const proposed =
    column.kind === "number" ? numberMeasure(column, average) : categoryMeasure(column, average)
  if ("reason" in proposed || proposed.strength === null) return proposed
  const strength = proposed.strength.toFixed(2)
  if (proposed.strength < weakestStrength) {
    return leftOut(column, "weak", `Strength ${strength} of 1: it hardly tells lost accounts from kept ones`)
  }
  if (proposed.strength > suspiciousStrength) {
    const because = `Strength ${strength} of 1 is too good: it was probably written down after the outcome`
    return leftOut(column, "knows_outcome", because)
  }
  const because = [...proposed.because, `Strength ${strength} of 1, as measured against the outcome`]
  return { ...proposed, because }
}

function numberMeasure(column: StarterColumn, average: number | null): ProposedMeasure | LeftOut {
  const guess = guessDirection(column.name)
  const banding = "Bands at the percentiles 10, 25, 50, 75 and 90 of the imported accounts"
  if (average === null) {
    const scale = proposeNumberScale(column.quantiles!, guess.value)
    return { column, scale, direction: guess.value, strength: null, because: [guess.because, banding] }
  }
  if (column.outcomeAuc === undefined) return unmeasured(column)
  const direction = column.outcomeAuc > 0.5 ? "lower" : "higher"
  const share = Math.round(Math.max(column.outcomeAuc, 1 - column.outcomeAuc) * 100)
  const learned =
    `${direction === "lower" ? "Lower" : "Higher"} is better: in ${share} of 100 pairs of a lost and a kept account ` +
    `the lost one had the ${direction === "lower" ? "higher" : "lower"} value`
  const doubt =
    guess.isAssumed || guess.value === direction ? [] : ["Its name suggests the opposite: check it"]
  return {
    column,
    scale: proposeNumberScale(column.quantiles!, direction),
    direction,
    strength: Math.abs(2 * column.outcomeAuc - 1),
    because: [learned, ...doubt, banding],
  }
}

function categoryMeasure(column: StarterColumn, average: number | null): ProposedMeasure | LeftOut {
  const categories = column.categories ?? []
  if (average !== null) {
    const rated = categories.flatMap((category) =>
      category.outcomeRate === undefined ? [] : [{ ...category, outcomeRate: category.outcomeRate }],
    )
    if (rated.length < 2) return unmeasured(column)
    const { scale, strength } = learnCategoryScale(rated, average)
    const told = rated
      .slice(0, 4)
      .map(({ value, outcomeRate }) => `${value} ${Math.round(outcomeRate * 100)}%`)
    const because = [`Scores from the share lost in each category: ${told.join(", ")}`]
    return { column, scale, direction: null, strength, because }
  }
  const guess = guessDirection(column.name)
  const values = categories.map((category) => category.value)
  const match = lookUpCategories(values, guess.value)
  if (!match.isKnown) {
    const unknown = match.unknown.slice(0, 3).join(", ")
    return leftOut(column, "unknown_categories", `Nobody said how good these are: ${unknown}`)
  }
  const because = [`Categories read as ${match.dictionary}`, guess.because]
  return {
    column,
    scale: { kind: "ordinal", scores: match.scores },
    direction: null,
    strength: null,
    because,
  }
}

const unmeasured = (column: StarterColumn): LeftOut =>
  leftOut(column, "unmeasured", "Its relation to the outcome could not be measured")

const leftOut = (column: StarterColumn, reason: LeftOut["reason"], because: string): LeftOut => ({
  key: column.key,
  label: column.label,
  reason,
  because,
})
