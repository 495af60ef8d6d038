import fc from "fast-check"
import { expect, test } from "vitest"
import { bandOf, bandWords, displayedScore } from "./band.ts"
import { bands } from "./schema.ts"

const edges = { redUpTo: 50, yellowUpTo: 75 }

// Gainsight's published scheme 0-50-75-100 with an exclusive lower bound.
test.each([
  [0, "red"],
  [50, "red"],
  [51, "yellow"],
  [75, "yellow"],
  [76, "green"],
  [100, "green"],
])("%i is %s", (score, band) => {
  expect(bandOf(score, edges)).toBe(band)
})

test("by hand: half rounds up, and noise does not lose a half", () => {
  expect(displayedScore(50.5)).toBe(51)
  expect(displayedScore(50.49)).toBe(50)
  expect(displayedScore(0.1 + 0.2 + 50.2 - 1e-12)).toBe(51)
  expect(displayedScore(0)).toBe(0)
})

test("a higher score never has a worse band", () => {
  const scores = fc.integer({ min: 0, max: 100 })
  fc.assert(
    fc.property(scores, scores, (one, other) => {
      const rank = (score: number) => bands.indexOf(bandOf(score, edges))
      expect(Math.sign(rank(one) - rank(other)) * Math.sign(one - other)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test("every band has words and a status of its own", () => {
  expect(new Set(Object.values(bandWords).map((words) => words.status)).size).toBe(4)
})
