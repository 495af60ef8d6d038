/** 3 / d2 with d2 = 1.128 for ranges of two: turns a mean moving range into three sigma. */
const movingRangeFactor = 2.66

export type NaturalLimits = {
  readonly mean: number
  readonly meanMovingRange: number
  readonly lower: number
  readonly upper: number
  readonly n: number
}

/**
 * Natural process limits of an XmR (individuals and moving range) chart.
 *
 *   limits = mean(x) ± 2.66 * mean(|x[i] - x[i - 1]|)
 *
 * Values are in time order. A value outside the limits is a signal; inside, it is routine variation.
 * Fewer than two values have no moving range: null.
 *
 * Source: D. J. Wheeler, Understanding Variation, 1993; W. A. Shewhart, 1931.
 */
export function naturalLimits(values: readonly number[]): NaturalLimits | null {
  const n = values.length
  if (n < 2) return null
  let sum = values[0]!
  let ranges = 0
  for (let i = 1; i < n; i++) {
    sum += values[i]!
    ranges += Math.abs(values[i]! - values[i - 1]!)
  }
  const mean = sum / n
  const meanMovingRange = ranges / (n - 1)
  const reach = movingRangeFactor * meanMovingRange
  return { mean, meanMovingRange, lower: mean - reach, upper: mean + reach, n }
}
