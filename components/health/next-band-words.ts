import { measureValue } from "#components/health/measure-value.ts"
import { formatNumber, formatSigned } from "#lib/format/number.ts"
import { bandWords } from "#lib/health/band.ts"
import { enough } from "#lib/health/enough.ts"
import type { MeasureMove, NextBand, SingleMove } from "#lib/health/next-band.ts"

type Step = Extract<NextBand, { kind: "step" }>

/** The goal: "To reach Watch: 13 more points". */
export function nextBandTitle(step: Step): string {
  const points = `${formatNumber(step.pointsNeeded)} more ${step.pointsNeeded === 1 ? "point" : "points"}`
  return `To reach ${bandWords[step.to].label}: ${points}`
}

/** One measure's goal: "Licence use to at least 60 %, now 48 %". */
export function moveWords(move: MeasureMove): string {
  const needed = measureValue(enough(move), move.unit)
  const comparison = move.comparison === "equal to" ? "" : `${move.comparison} `
  return `${move.label} to ${comparison}${needed}, now ${measureValue(move.currentRaw, move.unit)}`
}

/** What a veto keeps from helping, in one sentence; null when none does. */
export function heldWords(step: Step): string | null {
  const held = step.singles.filter((single) => single.heldBy.length > 0)
  const vetoes = [...new Set(held.flatMap((single) => single.heldBy.map((hit) => hit.label)))]
  if (vetoes.length === 0) return null
  const what = held.length === 1 ? held[0]!.label : `${formatNumber(held.length)} other measures`
  return `${vetoes.join(" and ")} must be settled first: until then ${what} cannot lift the score.`
}

/** A measure that cannot do it alone, and why. */
export function unreachableWords({ label, gain }: SingleMove): string {
  return gain > 0 ? `${label}: at most ${formatSigned(gain, 1)}` : `${label}: already at its best`
}
