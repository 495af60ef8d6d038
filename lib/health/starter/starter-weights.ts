import { roundToTotal } from "#lib/math/largest-remainder.ts"

export type StarterWeights = {
  /** Percent of the overall score by group key. */
  readonly groups: ReadonlyMap<string, number>
  /** Percent of its group by measure key. */
  readonly measures: ReadonlyMap<string, number>
}

/**
 * Weights in proportion to strength: a group weighs what its measures weigh together. All weights are tenths of a
 * percent, and groups overall and measures within each group sum to exactly 100 (largest remainder).
 */
export function starterWeights(
  parts: readonly { readonly key: string; readonly groupKey: string; readonly strength: number }[],
): StarterWeights {
  const byGroup = Map.groupBy(parts, (part) => part.groupKey)
  const strengths = [...byGroup.values()].map((members) => sum(members.map((member) => member.strength)))
  const groupTenths = inTenths(strengths)
  const measures = new Map<string, number>()
  for (const members of byGroup.values()) {
    const tenths = inTenths(members.map((member) => member.strength))
    for (const [i, member] of members.entries()) measures.set(member.key, tenths[i]!)
  }
  return { groups: new Map([...byGroup.keys()].map((key, i) => [key, groupTenths[i]!])), measures }
}

function inTenths(strengths: readonly number[]): number[] {
  const whole = sum(strengths)
  return roundToTotal(
    strengths.map((strength) => (strength / whole) * 1000),
    1000,
  ).map((tenths) => tenths / 10)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
