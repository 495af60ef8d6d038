import fc from "fast-check"
import { expect, test } from "vitest"
import { highestScore, measureScore } from "./measure-score.ts"
import { rawForScore } from "./raw-for-score.ts"
import type { Scale } from "./schema.ts"
import { scales } from "./testing/scales.ts"

// The inverse of Natero's example: 48 between 7 and 30 is 18.04, rounded up to a tenth.
test("linear: 48 between 7 and 30 needs 18.1", () => {
  expect(rawForScore({ kind: "linear", worst: 7, best: 30 }, 48)).toBe(18.1)
})

test("by hand: fewer tickets, more logins, a better plan", () => {
  const tickets: Scale = {
    kind: "banded",
    edges: [
      { upTo: 2, score: 90 },
      { upTo: 6, score: 50 },
    ],
    above: 10,
  }
  const logins: Scale = {
    kind: "banded",
    edges: [
      { upTo: 4, score: 10 },
      { upTo: 9, score: 60 },
    ],
    above: 95,
  }
  const plan: Scale = { kind: "ordinal", scores: { Basic: 30, Pro: 70, Enterprise: 95, Premium: 70 } }
  expect([40, 60, 95].map((score) => rawForScore(tickets, score))).toEqual([6, 2, null])
  expect([5, 40, 60, 70].map((score) => rawForScore(logins, score))).toEqual([4, 5, 5, 10])
  expect([31, 90, 96].map((score) => rawForScore(plan, score))).toEqual(["Premium", "Enterprise", null])
})

test("the raw value scores at least what was asked, and null only above the highest score", () => {
  fc.assert(
    fc.property(scales.any, fc.double({ min: 0, max: 100, noNaN: true }), (scale, wanted) => {
      const raw = rawForScore(scale, wanted)
      if (raw === null) expect(highestScore(scale)).toBeLessThan(wanted)
      else expect(measureScore(scale, raw)).toBeGreaterThanOrEqual(wanted)
    }),
    { numRuns: 1000 },
  )
})
