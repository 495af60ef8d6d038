import type { Direction, Scale } from "../schema.ts"
import type { StarterColumn } from "./column.ts"

/**
 * Where an account stands among the others, as a measure score: share of accounts in the band and its score. Chosen
 * so that the typical account scores about 65, in Watch, and only the lowest tenth is clearly red.
 */
const percentileBands = [
  { share: 10, score: 15 },
  { share: 15, score: 40 },
  { share: 25, score: 60 },
  { share: 25, score: 75 },
  { share: 15, score: 88 },
  { share: 10, score: 97 },
] as const

/**
 * A banded scale from the percentiles 10, 25, 50, 75 and 90 of a column. Where percentiles coincide, as with many
 * zeros, their bands merge into one whose score is the mean of theirs, weighted by their share of accounts.
 */
export function proposeNumberScale(
  quantiles: NonNullable<StarterColumn["quantiles"]>,
  direction: Direction,
): Scale {
  const { p10, p25, p50, p75, p90 } = quantiles
  const limits = [p10, p25, p50, p75, p90].map((limit) => Number(limit.toPrecision(4)))
  const mirrored = percentileBands.map(({ share }, i) => ({
    share,
    score: percentileBands.at(-1 - i)!.score,
  }))
  const bands = direction === "higher" ? percentileBands : mirrored
  const edges: { upTo: number; share: number; sum: number }[] = []
  for (const [i, upTo] of limits.entries()) {
    const { share, score } = bands[i]!
    const last = edges.at(-1)
    if (last && upTo <= last.upTo) {
      last.share += share
      last.sum += share * score
    } else edges.push({ upTo, share, sum: share * score })
  }
  return {
    kind: "banded",
    edges: edges.map(({ upTo, share, sum }) => ({ upTo, score: Math.round(sum / share) })),
    above: bands.at(-1)!.score,
  }
}
