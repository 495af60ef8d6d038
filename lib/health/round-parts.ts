import { roundToTotal } from "#lib/math/largest-remainder.ts"

/**
 * Points of the parts to one decimal, so that they add up exactly to a given difference.
 *
 * The difference between the whole number shown and the exact sum is spread over the parts in proportion to
 * their size; then tenths are given by largest remainder, in whole tenths, so no float sum is ever involved.
 * No part changes its sign, and a part of zero stays zero unless all are zero.
 *
 * `exact` are unrounded points, `total` the displayed score minus the baseline, at most half a point from
 * their sum. No parts: no points.
 */
export function roundParts(exact: readonly number[], total: number): number[] {
  if (exact.length === 0) return []
  const size = exact.reduce((sum, points) => sum + Math.abs(points), 0)
  const rest = total - exact.reduce((sum, points) => sum + points, 0)
  const spread = exact.map((points) => {
    const share = size > 1e-9 ? Math.abs(points) / size : 1 / exact.length
    return (points + rest * share) * 10
  })
  return roundToTotal(spread, Math.round(total * 10)).map((tenths) => tenths / 10 || 0)
}

/** Adds numbers of one decimal without float noise: 0.1 + 0.2 is 0.3. */
export const sumTenths = (values: readonly number[]): number =>
  values.reduce((tenths, value) => tenths + Math.round(value * 10), 0) / 10 || 0
