import fc from "fast-check"
import type { Scale } from "../schema.ts"

const linear: fc.Arbitrary<Scale> = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 500 }), fc.boolean())
  .map(([from, span, isRising]) => ({
    kind: "linear",
    worst: isRising ? from : from + span,
    best: isRising ? from + span : from,
  }))

const banded: fc.Arbitrary<Scale> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: -2000, max: 2000 }), { minLength: 1, maxLength: 5 }),
    fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 }),
    fc.boolean(),
    fc.constantFrom(1, 10, 100),
  )
  .map(([limits, scores, isRising, divisor]) => {
    const ordered = scores.toSorted((a, b) => (isRising ? a - b : b - a))
    const edges = limits
      .toSorted((a, b) => a - b)
      .map((limit, i) => ({ upTo: limit / divisor, score: ordered[i]! }))
    return { kind: "banded", edges, above: ordered[limits.length]! }
  })

const ordinal: fc.Arbitrary<Scale> = fc
  .dictionary(fc.constantFrom("low", "medium", "high", "other"), fc.integer({ min: 0, max: 100 }), {
    minKeys: 1,
  })
  .map((scores) => ({ kind: "ordinal", scores: { ...scores } }))

/** Arbitrary scales for laws. */
export const scales = { numeric: fc.oneof(linear, banded), any: fc.oneof(linear, banded, ordinal) }
