import fc from "fast-check"
import { expect, test } from "vitest"
import { roundParts, sumTenths } from "./round-parts.ts"

// The group vector 20/15/22 with 47/59/21: 40.12 shows as 40, so -9.88 becomes -10.0.
test("40.12 shown as 40: the parts add up to -10", () => {
  const exact = [(20 / 57) * -3, (15 / 57) * 9, (22 / 57) * -29]
  expect(roundParts(exact, -10)).toEqual([-1.1, 2.4, -11.3])
})

test("by hand: a third of a point each way", () => {
  expect(roundParts([1 / 3, 1 / 3, 1 / 3], 1)).toEqual([0.4, 0.3, 0.3])
  expect(roundParts([0, 0], 0)).toEqual([0, 0])
  expect(roundParts([], 0)).toEqual([])
})

test("tenths add up without float noise", () => {
  expect(sumTenths([0.1, 0.2])).toBe(0.3)
  expect(sumTenths([50, -1.1, 2.4, -11.3])).toBe(40)
})

test("the sum is exact, no sign turns, and no part moves by more than its share plus a tenth", () => {
  const drawn = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(drawn, (exact) => {
      const sum = exact.reduce((whole, points) => whole + points, 0)
      const total = Math.floor(sum + 0.5)
      const rounded = roundParts(exact, total)
      expect(sumTenths(rounded)).toBe(total)
      for (const [i, points] of rounded.entries()) {
        expect(Math.abs(points - exact[i]!)).toBeLessThan(0.5 + 0.1 + 1e-6)
        if (Math.abs(exact[i]!) > 1e-6) expect(points * exact[i]!).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 1000 },
  )
})
