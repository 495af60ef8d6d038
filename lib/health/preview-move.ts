import type { HealthModel, ScoreBand } from "./schema.ts"
import { scoreAccount } from "./score.ts"
import type { HealthScore, Reading, ScorePart } from "./score-schema.ts"

export type PreviewReason =
  | { readonly kind: "veto_new" | "veto_gone"; readonly label: string }
  | { readonly kind: "limits" }
  | { readonly kind: "coverage" }
  | { readonly kind: "points"; readonly label: string; readonly before: number; readonly after: number }

export type PreviewMove = {
  readonly from: { readonly value: number | null; readonly band: ScoreBand }
  readonly to: { readonly value: number | null; readonly band: ScoreBand }
  readonly reason: PreviewReason
}

/**
 * What a draft of a model would do to an account: both versions score the same readings of the same day. null when
 * the band stays. The reason is the first that holds: a veto that comes or goes, data that are enough or no longer,
 * limits alone (same value, other band), else the measure whose points moved most in the direction of the score.
 * Judgements of people are not looked at.
 */
export function previewMove({
  published,
  draft,
  readings,
  asOf,
}: {
  published: HealthModel
  draft: HealthModel
  readings: readonly Reading[]
  asOf: string
}): PreviewMove | null {
  const before = scoreAccount({ model: published, readings, asOf })
  const after = scoreAccount({ model: draft, readings, asOf })
  if (before.band === after.band) return null
  return { from: pair(before), to: pair(after), reason: reasonOf(before, after) }
}

const pair = ({ value, band }: HealthScore) => ({ value, band })

function reasonOf(before: HealthScore, after: HealthScore): PreviewReason {
  if (after.vetoPart && !before.vetoPart && before.value !== null)
    return { kind: "veto_new", label: after.vetoes[0]?.reason ?? "" }
  if (before.vetoPart && !after.vetoPart && after.value !== null)
    return { kind: "veto_gone", label: before.vetoes[0]?.reason ?? "" }
  if (before.value === null || after.value === null) return { kind: "coverage" }
  const moved = after.value - before.value
  const strongest = moved === 0 ? null : strongestMove(before.parts, after.parts, Math.sign(moved))
  return strongest ?? { kind: "limits" }
}

function strongestMove(
  before: readonly ScorePart[],
  after: readonly ScorePart[],
  direction: number,
): PreviewReason | null {
  const pointsBefore = new Map(before.map(({ measureKey, points }) => [measureKey, points]))
  const moves = after.map(({ measureKey, label, points }) => ({
    label,
    before: pointsBefore.get(measureKey) ?? 0,
    after: points,
  }))
  const size = (move: { before: number; after: number }) => (move.after - move.before) * direction
  const [first] = moves.toSorted((a, b) => size(b) - size(a))
  return first && size(first) > 0 ? { kind: "points", ...first } : null
}
