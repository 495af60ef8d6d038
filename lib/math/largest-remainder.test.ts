import fc from "fast-check"
import { expect, test } from "vitest"
import { roundToTotal } from "./largest-remainder.ts"

// The usual worked example of the Hare quota: 47 000, 16 000, 15 900, 12 000, 6 000 and 3 100 votes, 10 seats.
test("agrees with the worked apportionment of ten seats", () => {
  expect(roundToTotal([4.7, 1.6, 1.59, 1.2, 0.6, 0.31], 10)).toEqual([5, 2, 1, 1, 1, 0])
})

test("by hand: three thirds of 100 are 34, 33, 33", () => {
  expect(roundToTotal([100 / 3, 100 / 3, 100 / 3], 100)).toEqual([34, 33, 33])
})

test("negative values keep their side of zero", () => {
  expect(roundToTotal([-2.4, 1.4], -1)).toEqual([-2, 1])
})

test("values that do not add up to the total are a mistake of the caller", () => {
  expect(() => roundToTotal([1, 2], 4)).toThrow(/add up to 3/)
})

test("the results add up exactly and none moves by 1 or more", () => {
  const shares = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(shares, fc.integer({ min: 1, max: 1000 }), (weights, total) => {
      const whole = weights.reduce((sum, weight) => sum + weight, 0)
      const exact = weights.map((weight) => (weight / whole) * total)
      const rounded = roundToTotal(exact, total)
      expect(rounded.reduce((sum, value) => sum + value, 0)).toBe(total)
      for (const [i, value] of rounded.entries()) expect(Math.abs(value - exact[i]!)).toBeLessThan(1)
    }),
  )
})
