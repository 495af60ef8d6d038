import type { MeasureMove } from "#lib/health/next-band.ts"

/**
 * The value needed, rounded so that whoever reaches what is written has reached the goal: up for "at least", down
 * for "at most". A measure that stands at a whole number is given a whole one. A word, and a number that must be
 * met exactly, stay as they are.
 */
export function enough({
  neededRaw,
  currentRaw,
  comparison,
}: Pick<MeasureMove, "neededRaw" | "currentRaw" | "comparison">): number | string {
  if (typeof neededRaw === "string" || comparison === "equal to") return neededRaw
  const size = Math.abs(neededRaw)
  const isWhole = size >= 10 || (size >= 1 && Number.isInteger(currentRaw))
  const factor = isWhole ? 1 : size >= 1 ? 10 : 100
  const scaled = neededRaw * factor
  const noise = 1e-9 * Math.max(1, Math.abs(scaled))
  return (comparison === "at least" ? Math.ceil(scaled - noise) : Math.floor(scaled + noise)) / factor
}
