import { quantile } from "#lib/math/quantile.ts"

const fewest = 5

/**
 * How long a job usually takes: the median, in seconds, of its runs that ended well. `seconds` are those runs, in any
 * order, without the one that is compared. Fewer than five of them have no usual length: null.
 */
export const usualDuration = (seconds: readonly number[]): number | null =>
  seconds.length < fewest
    ? null
    : quantile(
        seconds.toSorted((a, b) => a - b),
        0.5,
      )
