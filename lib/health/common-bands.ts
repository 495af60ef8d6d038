import type { BandEdges, HealthModel } from "./schema.ts"

/** The edges of the bands that all models share; null when they differ, or when there is no model. */
export function commonBands(models: readonly Pick<HealthModel, "bands">[]): BandEdges | null {
  const [first, ...others] = models.map(({ bands }) => bands)
  if (!first) return null
  const isShared = others.every(
    ({ redUpTo, yellowUpTo }) => redUpTo === first.redUpTo && yellowUpTo === first.yellowUpTo,
  )
  return isShared ? first : null
}
