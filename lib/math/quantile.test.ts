import fc from "fast-check"
import { expect, test } from "vitest"
import { quantile } from "./quantile.ts"

test("agrees with R: quantile(c(1, 2, 4, 8, 16), c(.1, .25, .9)) is 1.4, 2, 12.8", () => {
  const sample = [1, 2, 4, 8, 16]
  expect(quantile(sample, 0.1)).toBeCloseTo(1.4, 12)
  expect(quantile(sample, 0.25)).toBe(2)
  expect(quantile(sample, 0.9)).toBeCloseTo(12.8, 12)
})

test("the median of an even sample lies halfway", () => {
  expect(quantile([1, 3], 0.5)).toBe(2)
})

test("an empty sample and a share outside 0 to 1 have no quantile", () => {
  expect(quantile([], 0.5)).toBeNull()
  expect(quantile([1], 1.1)).toBeNull()
})

test("a larger share never gives a smaller value, and all lie inside the sample", () => {
  const samples = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 })
  const shares = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(samples, shares, shares, (values, one, other) => {
      const sorted = values.toSorted((a, b) => a - b)
      const low = quantile(sorted, Math.min(one, other))!
      const high = quantile(sorted, Math.max(one, other))!
      expect(low).toBeLessThanOrEqual(high + 1e-9)
      expect(low).toBeGreaterThanOrEqual(sorted[0]!)
      expect(high).toBeLessThanOrEqual(sorted.at(-1)!)
    }),
  )
})
