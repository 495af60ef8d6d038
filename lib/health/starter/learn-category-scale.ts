import { auc } from "#lib/math/auc.ts"
import type { Scale } from "../schema.ts"

export type CategoryRate = { readonly value: string; readonly count: number; readonly outcomeRate: number }

export type LearnedScale = {
  readonly scale: Scale
  /** Gini coefficient 0 to 1: how well the categories alone tell lost accounts from kept ones. */
  readonly strength: number
}

/** As many imagined accounts with the average rate join each category, so that small ones stay near it. */
const priorAccounts = 20
/** The odds at which a category scores 65, the typical score of every proposed scale, are the average odds. */
const typicalOdds = 35 / 65
/** Widens single measures, because the overall score, being a mean of them, narrows them again. */
const spread = 1.5

/**
 * Category scores from how often accounts of each category were lost.
 *
 *   rate  = (count * observed rate + 20 * average) / (count + 20)
 *   score = 100 / (1 + 35/65 * (odds(rate) / odds(average)) ^ 1.5),   odds(p) = p / (1 - p)
 *
 * A category lost as often as the average scores 65; rarer losses score more, never past 0 or 100. The average
 * must lie strictly between 0 and 1. Strength is 2 * AUC - 1 of the shrunken rates.
 *
 * Sources: shrinkage as in B. Efron and C. Morris, 1975; Gini as in D. J. Hand and R. J. Till, 2001.
 */
export function learnCategoryScale(categories: readonly CategoryRate[], average: number): LearnedScale {
  const shrunken = categories.map(({ value, count, outcomeRate }) => ({
    value,
    count,
    rate: (count * outcomeRate + priorAccounts * average) / (count + priorAccounts),
  }))
  const scores = shrunken.map(({ value, rate }) => {
    const oddsRatio = (odds(rate) / odds(average)) ** spread
    return [value, Math.round(100 / (1 + typicalOdds * oddsRatio))] as const
  })
  const area = auc(
    shrunken.flatMap(({ count, rate }) => [
      { value: rate, isPositive: true, weight: count * rate },
      { value: rate, isPositive: false, weight: count * (1 - rate) },
    ]),
  )
  return {
    scale: { kind: "ordinal", scores: Object.fromEntries(scores) },
    strength: area === null ? 0 : 2 * area - 1,
  }
}

const odds = (probability: number): number => probability / (1 - probability)
