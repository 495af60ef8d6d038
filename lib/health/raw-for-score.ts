import { nextRoundNumber } from "#lib/math/next-round-number.ts"
import { measureScore, type RawValue } from "./measure-score.ts"
import { scaleDirection } from "./scale-direction.ts"
import type { Scale } from "./schema.ts"

/**
 * The least demanding raw value whose measure score is at least `score`: the inverse of `measureScore`.
 *
 *   linear   worst + score / 100 * (best - worst), rounded towards the better side to a hundredth of the span
 *   banded   lower is better: the highest edge that still scores enough, exactly
 *            higher is better: the first plain number above the last edge that scores too little
 *   ordinal  the category with the lowest sufficient score (first by name among equals)
 *
 * null when no raw value of the scale scores that much.
 */
export function rawForScore(scale: Scale, score: number): RawValue | null {
  if (scale.kind === "linear") return linearRaw(scale, score)
  if (scale.kind === "banded") return bandedRaw(scale, score)
  const enough = Object.entries(scale.scores).filter(([, reached]) => reached >= score)
  enough.sort(([one, a], [other, b]) => a - b || (one < other ? -1 : 1))
  return enough[0]?.[0] ?? null
}

function linearRaw(scale: Extract<Scale, { kind: "linear" }>, score: number): number | null {
  const { worst, best } = scale
  if (score > 100) return null
  if (score <= 0) return worst
  const exact = worst + (score / 100) * (best - worst)
  const step = 10 ** Math.floor(Math.log10(Math.abs(best - worst) / 100))
  const steps = exact / step
  const outward = best > worst ? Math.ceil(steps - 1e-9) : Math.floor(steps + 1e-9)
  const rounded = Number((outward * step).toPrecision(12))
  const isPastBest = best > worst ? rounded > best : rounded < best
  const isEnough = !isPastBest && measureScore(scale, rounded)! >= score
  return isEnough ? rounded : isPastBest || measureScore(scale, exact)! < score ? best : exact
}

function bandedRaw(scale: Extract<Scale, { kind: "banded" }>, score: number): number | null {
  const { edges, above } = scale
  const isRising = scaleDirection(scale) === "higher"
  if (!isRising) return edges.findLast((edge) => edge.score >= score)?.upTo ?? null
  const first = edges.findIndex((edge) => edge.score >= score)
  if (first === 0) return edges[0]!.upTo
  if (first === -1 && above < score) return null
  const lastShort = first === -1 ? edges.length - 1 : first - 1
  const floor = edges[lastShort]!.upTo
  const beforeFloor = edges[lastShort - 1]?.upTo
  const openRoom = beforeFloor === undefined ? Math.max(1, Math.abs(floor) / 10) : floor - beforeFloor
  return nextRoundNumber(floor, first === -1 ? openRoom : edges[first]!.upTo - floor)
}
