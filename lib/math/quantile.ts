/**
 * Sample quantile by linear interpolation between order statistics.
 *
 *   h = (n - 1) * share,   Q = x[floor(h)] + (h - floor(h)) * (x[floor(h) + 1] - x[floor(h)])
 *
 * `sorted` is ascending and finite; `share` is 0 (minimum) to 1 (maximum). An empty sample has no quantile: null.
 * Agrees with Postgres percentile_cont and with the default of R and NumPy.
 *
 * Source: R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, 1996, definition 7.
 */
export function quantile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0 || !(share >= 0 && share <= 1)) return null
  const position = (sorted.length - 1) * share
  const below = Math.floor(position)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return low + (position - below) * (high - low)
}
