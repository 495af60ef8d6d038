import type { Scale } from "./schema.ts"

export type RawValue = number | string

/**
 * The measure score 0 to 100 of a raw value.
 *
 *   linear   100 * (x - worst) / (best - worst), clamped; worst may lie above best (lower is better)
 *   banded   the score of the first edge with x <= upTo, else `above`
 *   ordinal  the score of the category, first as written, then whatever its case and outer spaces
 *
 * A value that the scale cannot read (text on a number scale, unknown category, infinity) has no score: null.
 * Source of the linear form: Natero's interpolation between worst and best value.
 */
export function measureScore(scale: Scale, raw: RawValue): number | null {
  if (scale.kind === "ordinal") return categoryScore(scale.scores, String(raw))
  if (typeof raw !== "number" || !Number.isFinite(raw)) return null
  if (scale.kind === "banded") return scale.edges.find((edge) => raw <= edge.upTo)?.score ?? scale.above
  const share = (raw - scale.worst) / (scale.best - scale.worst)
  return Math.min(1, Math.max(0, share)) * 100
}

function categoryScore(scores: Readonly<Record<string, number>>, category: string): number | null {
  if (Object.hasOwn(scores, category)) return scores[category]!
  const plain = plainCategory(category)
  for (const known of Object.keys(scores)) {
    if (plainCategory(known) === plain) return scores[known]!
  }
  return null
}

const plainCategory = (category: string): string => category.trim().toLowerCase()

/** The best measure score that any raw value can have on this scale. */
export function highestScore(scale: Scale): number {
  if (scale.kind === "linear") return 100
  if (scale.kind === "ordinal") return Math.max(...Object.values(scale.scores))
  return Math.max(scale.above, ...scale.edges.map((edge) => edge.score))
}
