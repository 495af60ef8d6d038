import type { HealthModel } from "./schema.ts"

export type EffectiveShares = {
  /** Percent of the overall score by measure key; a measure that is not available is absent. */
  readonly shares: ReadonlyMap<string, number>
  /** Share 0 to 1 of configured weight that is available. */
  readonly coverage: number
}

/**
 * Weights after missing measures dropped out. Inside a group the remaining measures share the group's weight in
 * proportion, so a group never loses its say through one missing measure; a group without any available
 * measure drops out and the remaining groups share the whole.
 *
 *   share = group weight / Σ weights of live groups * measure weight / Σ available weights in the group * 100
 *
 * Nothing available: no shares, coverage 0. Source: Gainsight's group weights, group = Σ(W * M) / ΣW.
 */
export function effectiveShares(
  model: HealthModel,
  isAvailable: (measureKey: string) => boolean,
): EffectiveShares {
  const groups = model.groups.map((group) => {
    const members = model.measures.filter((measure) => measure.groupKey === group.key)
    const available = members.filter((measure) => isAvailable(measure.key))
    return {
      weight: group.weight,
      available,
      configuredWeight: sumOfWeights(members),
      availableWeight: sumOfWeights(available),
    }
  })
  const wholeWeight = sumOfWeights(groups)
  const liveWeight = sumOfWeights(groups.filter((group) => group.availableWeight > 0))
  const shares = new Map<string, number>()
  let coverage = 0
  for (const { weight, available, configuredWeight, availableWeight } of groups) {
    if (availableWeight === 0 || liveWeight === 0) continue
    coverage += (weight / wholeWeight) * (availableWeight / configuredWeight)
    for (const measure of available) {
      shares.set(measure.key, (weight / liveWeight) * (measure.weight / availableWeight) * 100)
    }
  }
  return { shares, coverage: Math.min(1, Number(coverage.toFixed(9))) }
}

const sumOfWeights = (parts: readonly { readonly weight: number }[]): number =>
  parts.reduce((sum, part) => sum + part.weight, 0)
