import { sumTenths } from "./round-parts.ts"
import type { HealthScore, ScorePart } from "./score-schema.ts"

export const changeCauses = ["value", "missing", "stale", "returned", "share", "model", "veto"] as const
/** `share`: the reading is as before, its points moved because other weights, or rounding, did. */
export type ChangeCause = (typeof changeCauses)[number]

export type ChangePart = {
  readonly measureKey: string | null
  readonly label: string
  readonly points: number
  readonly cause: ChangeCause
  readonly before: ScorePart["raw"]
  readonly after: ScorePart["raw"]
}

export type ScoreChange = {
  /** New value minus old one; null when either has no value. */
  readonly difference: number | null
  /** Largest first; they add up exactly to the difference. */
  readonly parts: readonly ChangePart[]
}

/**
 * Why a score moved: the difference of two scores, measure by measure, exactly.
 *
 *   after.value - before.value = Σ change of points + change of the veto part + model part
 *
 * Across two model versions pass `bridge`, the old readings scored by the new model: what lies between `before` and
 * `bridge` is then the model's doing. Without a bridge, measures whose reading did not change are counted to
 * the model and the others to themselves. Parts that did not move are left out.
 */
export function whatChanged({
  before,
  after,
  bridge = null,
}: {
  before: HealthScore
  after: HealthScore
  bridge?: HealthScore | null
}): ScoreChange {
  if (before.value === null || after.value === null) return { difference: null, parts: [] }
  const isSameModel = before.modelId === after.modelId && before.modelVersion === after.modelVersion
  const usableBridge = !isSameModel && bridge?.value != null ? bridge : null
  const start = usableBridge ?? before
  const moved = measureChanges(start, after)
  const isModels = (part: ChangePart) => !isSameModel && usableBridge === null && part.cause === "share"
  const veto = sumTenths([after.vetoPart?.points ?? 0, -(start.vetoPart?.points ?? 0)])
  const model = sumTenths([
    usableBridge ? usableBridge.value! - before.value : 0,
    ...moved.filter(isModels).map((part) => part.points),
  ])
  const parts = [
    ...moved.filter((part) => !isModels(part)),
    own(after.vetoPart?.label ?? start.vetoPart?.label ?? "Veto", "veto", veto),
    own("Model change", "model", model),
  ]
  return {
    difference: after.value - before.value,
    parts: parts
      .filter((part) => part.points !== 0)
      .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.label < b.label ? -1 : 1)),
  }
}

function measureChanges(before: HealthScore, after: HealthScore): ChangePart[] {
  const old = new Map(before.parts.map((part) => [part.measureKey, part]))
  const now = new Map(after.parts.map((part) => [part.measureKey, part]))
  return [...new Set([...old.keys(), ...now.keys()])].map((measureKey) => {
    const was = old.get(measureKey)
    const is = now.get(measureKey)
    return {
      measureKey,
      label: (is ?? was)!.label,
      points: sumTenths([is?.points ?? 0, -(was?.points ?? 0)]),
      cause: causeOf(was, is),
      before: was?.raw ?? null,
      after: is?.raw ?? null,
    }
  })
}

function causeOf(was: ScorePart | undefined, is: ScorePart | undefined): ChangeCause {
  // A measure that only one of the two models knows: its share appeared or went with the model.
  if (!was || !is) return "share"
  if (was.state !== is.state) return is.state === "used" ? "returned" : is.state
  return was.raw === is.raw ? "share" : "value"
}

const own = (label: string, cause: ChangeCause, points: number): ChangePart => ({
  measureKey: null,
  label,
  points,
  cause,
  before: null,
  after: null,
})
