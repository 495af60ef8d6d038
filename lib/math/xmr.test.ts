import fc from "fast-check"
import { expect, test } from "vitest"
import { naturalLimits } from "./xmr.ts"

// NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flow rates of ten batches.
test("agrees with the individuals chart of the NIST handbook", () => {
  const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
  const limits = naturalLimits(flow)!
  expect(limits.mean).toBeCloseTo(50.81, 10)
  expect(limits.meanMovingRange).toBeCloseTo(1.8778, 4)
  expect(limits.upper).toBeCloseTo(55.8041, 2)
  expect(limits.lower).toBeCloseTo(45.8159, 2)
})

test("by hand: 10, 12, 11 has mean 11 and mean moving range 1.5", () => {
  expect(naturalLimits([10, 12, 11])).toEqual({
    mean: 11,
    meanMovingRange: 1.5,
    lower: 11 - 2.66 * 1.5,
    upper: 11 + 2.66 * 1.5,
    n: 3,
  })
})

test("one value has no limits", () => {
  expect(naturalLimits([5])).toBeNull()
})

test("limits move with the level and grow with the scale", () => {
  const values = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 30 })
  fc.assert(
    fc.property(
      values,
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: 1, max: 9 }),
      (x, shift, scale) => {
        const plain = naturalLimits(x)!
        const moved = naturalLimits(x.map((value) => value * scale + shift))!
        expect(moved.lower).toBeCloseTo(plain.lower * scale + shift, 6)
        expect(moved.upper).toBeCloseTo(plain.upper * scale + shift, 6)
      },
    ),
  )
})
