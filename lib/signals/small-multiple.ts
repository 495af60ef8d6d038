import { naturalLimits } from "#lib/math/xmr.ts"

const weeksShown = 26
const weeksCompared = 4
const enoughForLimits = 6

export type SmallMultiple = {
  /** The last weeks, oldest first, always as many, so that all measures share one axis of time. */
  readonly values: readonly (number | null)[]
  /** Where it moves by itself, from the weeks before the newest; null with fewer than six of them. */
  readonly limits: { readonly lower: number; readonly upper: number } | null
  /** Newest value minus that of four weeks before; null when either is unknown. In the measure's unit. */
  readonly change: number | null
  readonly isOutside: boolean
}

/**
 * What a small chart of one measure shows of its weekly values, oldest first, the last of them this week's. Limits:
 * mean ± 2.66 × mean moving range (lib/math/xmr.ts); the newest value takes no part in them. Gaps stay gaps.
 */
export function smallMultiple(recent: readonly (number | null)[]): SmallMultiple {
  const missing = Math.max(0, weeksShown - recent.length)
  const values = [...Array.from({ length: missing }, () => null), ...recent.slice(-weeksShown)]
  const known = values.filter((value) => value !== null)
  const newest = known.at(-1)
  const earlier = known.slice(0, -1)
  const found = earlier.length < enoughForLimits ? null : naturalLimits(earlier)
  const now = values.at(-1)
  const before = values.at(-1 - weeksCompared)
  return {
    values,
    limits: found && { lower: found.lower, upper: found.upper },
    change: typeof now === "number" && typeof before === "number" ? now - before : null,
    isOutside: found !== null && newest !== undefined && (newest < found.lower || newest > found.upper),
  }
}
