import fc from "fast-check"
import { expect, test } from "vitest"
import { highestScore, measureScore } from "./measure-score.ts"
import type { Scale } from "./schema.ts"
import { scales } from "./testing/scales.ts"

// Natero's published example: lowest 7, highest 30, value 18 gives 48.
test("linear: 18 between 7 and 30 is 47.83", () => {
  expect(measureScore({ kind: "linear", worst: 7, best: 30 }, 18)).toBeCloseTo(47.826087, 6)
})

test("by hand: lower is better when worst lies above best; ends clamp", () => {
  const tickets: Scale = { kind: "linear", worst: 10, best: 0 }
  expect(measureScore(tickets, 2)).toBe(80)
  expect(measureScore(tickets, -3)).toBe(100)
  expect(measureScore(tickets, 99)).toBe(0)
})

test("banded: the upper edge belongs to its band", () => {
  const banded: Scale = {
    kind: "banded",
    edges: [
      { upTo: 5, score: 10 },
      { upTo: 9, score: 60 },
    ],
    above: 95,
  }
  expect([5, 5.01, 9, 9.01].map((raw) => measureScore(banded, raw))).toEqual([10, 60, 60, 95])
  expect(highestScore(banded)).toBe(95)
})

test("ordinal: case and spaces do not matter, numbers count as their text", () => {
  const scale: Scale = { kind: "ordinal", scores: { Yes: 90, No: 20, "1": 70 } }
  expect(measureScore(scale, " yes ")).toBe(90)
  expect(measureScore(scale, 1)).toBe(70)
  expect(measureScore(scale, "toString")).toBeNull()
})

test("what a scale cannot read has no score", () => {
  expect(measureScore({ kind: "linear", worst: 0, best: 1 }, "1")).toBeNull()
  expect(measureScore({ kind: "linear", worst: 0, best: 1 }, Number.NaN)).toBeNull()
})

test("every score of a number lies between 0 and the highest score, and moves one way", () => {
  const numbers = fc.double({ min: -1e4, max: 1e4, noNaN: true })
  fc.assert(
    fc.property(scales.numeric, numbers, numbers, (scale, one, other) => {
      const low = measureScore(scale, Math.min(one, other))!
      const high = measureScore(scale, Math.max(one, other))!
      const isRising = measureScore(scale, 1e9)! >= measureScore(scale, -1e9)!
      expect(isRising ? high - low : low - high).toBeGreaterThanOrEqual(0)
      for (const score of [low, high]) {
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(highestScore(scale))
      }
    }),
  )
})
