import fc from "fast-check"
import { expect, test } from "vitest"
import { quantile } from "#lib/math/quantile.ts"
import { measureScore } from "../measure-score.ts"
import { scale } from "../schema.ts"
import { proposeNumberScale } from "./propose-number-scale.ts"

const quantilesOf = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => quantile(sorted, share)!
  return {
    p5: at(0.05),
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
  }
}
const hundred = quantilesOf(Array.from({ length: 101 }, (_, i) => i))

test("by hand: 0 to 100, higher and lower", () => {
  const edges = [10, 25, 50, 75, 90]
  expect(proposeNumberScale(hundred, "higher")).toEqual({
    kind: "banded",
    edges: [15, 40, 60, 75, 88].map((score, i) => ({ upTo: edges[i], score })),
    above: 97,
  })
  expect(proposeNumberScale(hundred, "lower")).toEqual({
    kind: "banded",
    edges: [97, 88, 75, 60, 40].map((score, i) => ({ upTo: edges[i], score })),
    above: 15,
  })
})

test("many zeros become one band: (97 * 10 + 88 * 15 + 75 * 25) / 50 = 83", () => {
  const found = proposeNumberScale({ ...hundred, p10: 0, p25: 0, p50: 0, p75: 2, p90: 4 }, "lower")
  expect(found).toMatchObject({
    edges: [{ upTo: 0, score: 83 }, { upTo: 2, score: 60 }, { upTo: 4 }],
    above: 15,
  })
})

test("every sample gives a valid scale on which its mean score is near 65", () => {
  const samples = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 60, maxLength: 200 })
  fc.assert(
    fc.property(samples, fc.constantFrom("higher" as const, "lower" as const), (values, direction) => {
      const proposed = proposeNumberScale(quantilesOf(values), direction)
      expect(scale.safeParse(proposed).success).toBe(true)
      if (new Set(values).size < 50) return
      const mean = values.reduce((sum, value) => sum + measureScore(proposed, value)!, 0) / values.length
      expect(Math.abs(mean - 64.4)).toBeLessThan(5)
    }),
  )
})
