import type { HealthModel, SegmentCondition } from "./schema.ts"

export type SegmentFacts = {
  readonly segment: string | null
  readonly region: string | null
  readonly industry: string | null
  readonly stage: string | null
}

export type PickedModel = {
  readonly model: HealthModel
  /** Position of the condition that matched; null when the model is the default. */
  readonly ruleIndex: number | null
}

const fields = ["segment", "region", "industry", "stage"] as const

/**
 * The one model that scores an account: the first, in the order given, with a matching condition; else the first
 * without conditions, the default. A condition matches when every field it names holds one of its values;
 * case and outer spaces do not matter, an unknown field of the account matches nothing. null without default.
 *
 * Source: Gainsight's scorecard resolver, ordered criteria with a default fallback.
 */
export function pickModel(models: readonly HealthModel[], account: SegmentFacts): PickedModel | null {
  for (const model of models) {
    const ruleIndex = model.segmentRule?.findIndex((condition) => matches(condition, account)) ?? -1
    if (ruleIndex >= 0) return { model, ruleIndex }
  }
  const fallback = models.find((model) => model.segmentRule === undefined)
  return fallback ? { model: fallback, ruleIndex: null } : null
}

const matches = (condition: SegmentCondition, account: SegmentFacts): boolean =>
  fields.every((field) => {
    const wanted = condition[field]
    const fact = account[field]
    return wanted === undefined || (fact !== null && wanted.some((value) => plain(value) === plain(fact)))
  })

const plain = (text: string): string => text.trim().toLowerCase()
