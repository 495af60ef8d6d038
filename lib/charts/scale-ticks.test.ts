import fc from "fast-check"
import { expect, test } from "vitest"
import { scaleTicks } from "#lib/charts/scale-ticks.ts"

test("worked by hand", () => {
  expect(scaleTicks({ lowest: 80, highest: 98 })).toEqual([80, 85, 90, 95, 100])
  expect(scaleTicks({ lowest: 0, highest: 3 })).toEqual([0, 1, 2, 3])
  expect(scaleTicks({ lowest: -12, highest: 31 })).toEqual([-20, 0, 20, 40])
  expect(scaleTicks({ lowest: 0, highest: 0 })).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
  expect(scaleTicks({ lowest: 90, highest: 90 })).toEqual([0, 20, 40, 60, 80, 100])
  expect(scaleTicks({ lowest: 0.1, highest: 0.3 })).toEqual([0.1, 0.15, 0.2, 0.25, 0.3])
})

test("covers every value, rises evenly, and stays short", () => {
  const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(amount, amount, (one, other) => {
      const [lowest, highest] = [Math.min(one, other), Math.max(one, other)]
      fc.pre(highest - lowest > 1e-3 || highest === lowest)
      const ticks = scaleTicks({ lowest, highest })
      const room = (Math.abs(highest) + Math.abs(lowest)) * 1e-6 + 1e-9
      expect(ticks[0]!).toBeLessThanOrEqual(lowest + room)
      expect(ticks.at(-1)!).toBeGreaterThanOrEqual(highest - room)
      expect(ticks.length).toBeLessThanOrEqual(6)
      for (const [place, tick] of ticks.slice(1).entries()) expect(tick).toBeGreaterThan(ticks[place]!)
    }),
  )
})
