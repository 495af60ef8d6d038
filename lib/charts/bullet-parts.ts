export type BulletInput = {
  readonly value: number | null
  readonly target: number | null
  /** Where the inner ranges end, rising; the last range ends with the scale. At most two. */
  readonly rangeEnds: readonly number[]
  readonly scale: { readonly from: number; readonly to: number }
}

export type BulletParts = {
  readonly ranges: readonly { readonly from: number; readonly length: number; readonly tone: 1 | 2 | 3 }[]
  readonly bar: { readonly from: number; readonly length: number } | null
  readonly target: number | null
  /** The value lies beyond the end of the scale, where the drawing stops. */
  readonly beyond: "below" | "above" | null
}

/**
 * The parts of a bullet graph as shares (0 to 1) of its scale, after S. Few's specification: ranges in intensities of
 * one hue, the strongest first; the measure as a bar from zero (from the scale's start when zero is not on it); the
 * target as a tick. A missing value has no bar, a value off the scale is cut there and said to be beyond.
 */
export function bulletParts({ value, target, rangeEnds, scale }: BulletInput): BulletParts {
  const span = scale.to - scale.from || 1
  const share = (amount: number) => Math.min(1, Math.max(0, (amount - scale.from) / span))
  const ends = [...rangeEnds.slice(0, 2).map(share), 1]
  const ranges = ends.map((end, place) => {
    const from = ends[place - 1] ?? 0
    return { from, length: Math.max(0, end - from), tone: (ends.length - place) as 1 | 2 | 3 }
  })
  const zero = share(0)
  const end = value === null ? null : share(value)
  return {
    ranges: ranges.filter(({ length }) => length > 0),
    bar: end === null ? null : { from: Math.min(zero, end), length: Math.abs(end - zero) },
    target: target === null ? null : share(target),
    beyond: value === null ? null : value > scale.to ? "above" : value < scale.from ? "below" : null,
  }
}
