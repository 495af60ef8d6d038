import type { HealthScore } from "./score-schema.ts"

/** The score with its sources under the names that people know; keys without a name stay. */
export function withSourceNames(score: HealthScore, names: ReadonlyMap<string, string>): HealthScore {
  const nameOf = (source: string): string => names.get(source) ?? source
  return {
    ...score,
    parts: score.parts.map((part) => ({ ...part, source: part.source && nameOf(part.source) })),
    disagreements: score.disagreements.map((one) => ({
      ...one,
      chosen: { ...one.chosen, source: nameOf(one.chosen.source) },
      other: { ...one.other, source: nameOf(one.other.source) },
    })),
  }
}
