import { scaleTicks } from "#lib/charts/scale-ticks.ts"
import type { Status } from "#lib/format/tokens.ts"

export type Range = readonly [lower: number, upper: number]

/** One period of a chart over time; every value of it may be missing, which is a gap. */
export type TimePoint = {
  readonly key: string
  /** On the axis: "w46", "17 Nov". */
  readonly label: string
  readonly actual: number | null
  readonly comparison?: number | null
  readonly target?: number | null
  readonly forecast?: number | null
  /** Where half, and where four of five, outcomes are expected. */
  readonly band50?: Range | null
  readonly band80?: Range | null
  /** A value outside of routine: its word is written beside the dot. */
  readonly signal?: { readonly status: Status; readonly word: string } | null
  /** The period has not ended: the dot is hollow. */
  readonly isSoFar?: boolean
}

export type Limits = { readonly lower: number; readonly upper: number }

/** Room for a dot and its number beyond the outermost value. */
const labelRoom = 0.08

/** The ticks of the value axis: round, around everything that is drawn with some room; from zero when `fromZero`. */
export function timeTicks(
  points: readonly TimePoint[],
  { limits, fromZero = false }: { limits?: Limits | null | undefined; fromZero?: boolean } = {},
): number[] {
  const drawn = points
    .flatMap(({ actual, comparison, target, forecast, band50, band80 }) => [
      actual,
      comparison,
      target,
      forecast,
      ...(band50 ?? []),
      ...(band80 ?? []),
    ])
    .concat(limits ? [limits.lower, limits.upper] : [], fromZero ? [0] : [])
    .filter((value) => value !== null && value !== undefined)
  if (drawn.length === 0) return scaleTicks({ lowest: 0, highest: 0 })
  const lowest = Math.min(...drawn)
  const highest = Math.max(...drawn)
  const room = (highest - lowest) * labelRoom
  return scaleTicks({
    lowest: lowest >= 0 ? Math.max(0, lowest - room) : lowest - room,
    highest: highest <= 0 ? Math.min(0, highest + room) : highest + room,
  })
}

/** The places that carry their number: the first and last known value and every flagged one. */
export function labelledPlaces(points: readonly TimePoint[]): Set<number> {
  const known = points.flatMap(({ actual }, place) => (actual === null ? [] : [place]))
  const flagged = known.filter((place) => points[place]?.signal)
  return new Set([...known.slice(0, 1), ...known.slice(-1), ...flagged])
}
