import { expect, test } from "vitest"
import { mulberry32 } from "./mulberry32.ts"

test("agrees with the author's C version for the seeds 0 and 1", () => {
  const zero = mulberry32(0)
  expect([zero(), zero(), zero()]).toEqual([0.26642920868471265, 0.0003297457005828619, 0.2232720274478197])
  expect(mulberry32(1)()).toBe(0.6270739405881613)
})

test("the same seed gives the same sequence, another seed another one", () => {
  const draw = (seed: number) => Array.from({ length: 50 }, mulberry32(seed))
  expect(draw(42)).toEqual(draw(42))
  expect(draw(42)).not.toEqual(draw(43))
  expect(draw(7)).toEqual(draw(7 + 2 ** 32))
})

test("numbers stay in [0, 1) and fill it evenly", () => {
  const next = mulberry32(20_261_122)
  const tenths = Array.from({ length: 10 }, () => 0)
  for (let i = 0; i < 100_000; i++) {
    // A number outside would land beyond the ten.
    tenths[Math.floor(next() * 10)]! += 1
  }
  expect(tenths).toHaveLength(10)
  // Chi-squared with 9 degrees of freedom: 27.9 is its 99.9 % point.
  const chiSquared = tenths.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
  expect(chiSquared).toBeLessThan(27.9)
})
