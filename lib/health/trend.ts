import { naturalLimits } from "#lib/math/xmr.ts"

export const trendWords = ["up", "down", "same", "too-little-data"] as const
export type TrendWord = (typeof trendWords)[number]

export type DatedScore = { readonly day: string; readonly value: number }

export type Trend = {
  readonly trend: TrendWord
  /** Newest score minus the comparison, one decimal; null with fewer than two scores. */
  readonly change: number | null
  readonly comparison: { readonly kind: "usual-range" | "previous-score"; readonly value: number } | null
  readonly isSignal: boolean
  readonly limits: { readonly lower: number; readonly upper: number } | null
  readonly words: string
}

/** Earlier scores needed before natural limits say anything. */
const enoughForLimits = 6
const smallestPlainChange = 5
/** Two displayed points can come from rounding and change no decision, so they are never a signal. */
const roundingNoise = 2

/**
 * Whether the newest score moved beyond its usual variation.
 *
 * With at least six earlier scores: outside mean ± 2.66 * mean moving range of the earlier ones (and more than two
 * points from the mean). With fewer: at least five points from the previous score. Fewer than two scores: too
 * little data. The newest score never takes part in its own limits; order of input does not matter.
 *
 * Source: D. J. Wheeler, Understanding Variation, 1993 (XmR); the five points are our decision.
 */
export function healthTrend(history: readonly DatedScore[]): Trend {
  return trendOf(
    history.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map((score) => score.value),
  )
}

/** The same of values in the order of their days, the newest last. */
export function trendOf(values: readonly number[]): Trend {
  const newest = values.at(-1)
  const previous = values.at(-2)
  if (newest === undefined || previous === undefined) {
    const words = "Too little data: a trend needs two scores"
    return { trend: "too-little-data", change: null, comparison: null, isSignal: false, limits: null, words }
  }
  const earlier = values.slice(0, -1)
  return earlier.length < enoughForLimits ? againstPrevious(newest, previous) : againstRange(newest, earlier)
}

function againstPrevious(newest: number, previous: number): Trend {
  const change = newest - previous
  const trend = Math.abs(change) < smallestPlainChange ? "same" : change > 0 ? "up" : "down"
  const from = `${previous} to ${newest} since the previous score`
  const words =
    trend === "same" ? `No clear change: ${from}` : `${capital(trend)} ${Math.abs(change)}: ${from}`
  const comparison = { kind: "previous-score", value: previous } as const
  return { trend, change, comparison, isSignal: trend !== "same", limits: null, words }
}

function againstRange(newest: number, earlier: readonly number[]): Trend {
  const { mean, lower, upper } = naturalLimits(earlier)!
  const isOutside = newest < lower || newest > upper
  const isSignal = isOutside && Math.abs(newest - mean) > roundingNoise
  const trend = !isSignal ? "same" : newest > mean ? "up" : "down"
  const limits = { lower: Math.max(0, tenth(lower)), upper: Math.min(100, tenth(upper)) }
  const place = isSignal
    ? trend === "up"
      ? "above"
      : "below"
    : isOutside
      ? "within two points of"
      : "inside"
  const range = `its usual range ${limits.lower} to ${limits.upper} (${earlier.length} earlier scores)`
  return {
    trend,
    change: tenth(newest - mean),
    comparison: { kind: "usual-range", value: tenth(mean) },
    isSignal,
    limits,
    words: `${isSignal ? capital(trend) : "No clear change"}: ${newest} is ${place} ${range}`,
  }
}

const tenth = (value: number): number => Math.round(value * 10) / 10
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
