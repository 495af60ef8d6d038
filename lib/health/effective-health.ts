import { bandOf, bandWords } from "./band.ts"
import type { HealthOverride } from "./override.ts"
import type { Band, ScoreBand } from "./schema.ts"
import type { HealthScore } from "./score-schema.ts"

const dayMilliseconds = 86_400_000
/** Computed and perceived scores further apart than this disagree, also inside one band. */
const tolerance = 15

export type Perceived = HealthOverride & { readonly band: Band; readonly daysLeft: number }

export type EffectiveHealth = {
  readonly value: number | null
  readonly band: ScoreBand
  readonly from: "computed" | "override"
  readonly computed: { readonly value: number | null; readonly band: ScoreBand }
  readonly perceived: Perceived | null
  readonly overrideState: "none" | "active" | "expired"
  readonly disagreement: { readonly points: number | null; readonly words: string } | null
}

/**
 * Computed and perceived health side by side. A running override is what lists and rules go by; at the instant it
 * expires the computed score counts again by itself. They disagree when they lie more than 15 points apart or
 * in different bands; against "insufficient data" there is nothing to disagree with.
 */
export function effectiveHealth({
  computed,
  override,
  asOf,
}: {
  computed: Pick<HealthScore, "value" | "band" | "bands">
  override: HealthOverride | null
  asOf: Date
}): EffectiveHealth {
  const own = { value: computed.value, band: computed.band }
  const isActive = override !== null && override.setAt <= asOf && asOf < override.expiresAt
  if (!isActive) {
    const overrideState = override !== null && asOf >= override.expiresAt ? "expired" : "none"
    return { ...own, from: "computed", computed: own, perceived: null, overrideState, disagreement: null }
  }
  const band = bandOf(override.value, computed.bands)
  const daysLeft = Math.ceil((override.expiresAt.getTime() - asOf.getTime()) / dayMilliseconds)
  return {
    value: override.value,
    band,
    from: "override",
    computed: own,
    perceived: { ...override, band, daysLeft },
    overrideState: "active",
    disagreement: disagreementOf(own, override.value, band),
  }
}

function disagreementOf(computed: { value: number | null; band: ScoreBand }, perceived: number, band: Band) {
  if (computed.value === null) return null
  const points = perceived - computed.value
  if (Math.abs(points) <= tolerance && computed.band === band) return null
  const words =
    `Computed ${computed.value} (${bandWords[computed.band].label}), ` +
    `judged ${perceived} (${bandWords[band].label})`
  return { points, words }
}
