import fc from "fast-check"
import { expect, test } from "vitest"
import { stackBars } from "#lib/charts/stack-bars.ts"

test("parts stand on each other, below zero they hang", () => {
  const { bars, zero } = stackBars([
    { key: "w1", amounts: [3, 1] },
    { key: "w2", amounts: [2, -1] },
    { key: "w3", amounts: null },
    { key: "w4", amounts: [0, 0] },
  ])
  expect(zero).toBeCloseTo(0.2, 12)
  expect(bars[0]?.segments).toEqual([
    { part: 0, from: 0.2, length: 0.6 },
    { part: 1, from: 0.8, length: 0.2 },
  ])
  expect(bars[1]?.segments[1]).toEqual({ part: 1, from: 0, length: 0.2 })
  expect(bars[1]?.total).toBe(1)
  expect(bars[2]).toEqual({ key: "w3", total: null, segments: [] })
  expect(bars[3]).toEqual({ key: "w4", total: 0, segments: [] })
})

test("lengths add up to the total on the same scale, and nothing leaves the drawing", () => {
  const period = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(period, { minLength: 1, maxLength: 20 }), (periods) => {
      const { bars, lowest, highest } = stackBars(
        periods.map((amounts, place) => ({ key: String(place), amounts })),
      )
      const span = highest - lowest || 1
      for (const [place, bar] of bars.entries()) {
        const drawn = bar.segments.reduce(
          (total, { part, length }) => total + Math.sign(periods[place]?.[part] ?? 0) * length * span,
          0,
        )
        expect(drawn).toBeCloseTo(bar.total ?? Number.NaN, 6)
        for (const { from, length } of bar.segments) {
          expect(from).toBeGreaterThanOrEqual(-1e-9)
          expect(from + length).toBeLessThanOrEqual(1 + 1e-9)
        }
      }
    }),
  )
})
