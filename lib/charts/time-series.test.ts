import { expect, test } from "vitest"
import { labelledPlaces, type TimePoint, timeTicks } from "#lib/charts/time-series.ts"

const point = (place: number, more: Partial<TimePoint>): TimePoint => ({
  key: `w${place}`,
  label: `w${place}`,
  actual: null,
  ...more,
})

test("the axis holds values, targets, bands and limits", () => {
  const points = [point(1, { actual: 88 }), point(2, { target: 95 }), point(3, { band80: [81, 97] })]
  expect(timeTicks(points)).toEqual([75, 80, 85, 90, 95, 100])
  expect(timeTicks(points, { limits: { lower: 62, upper: 90 } })[0]).toBeLessThanOrEqual(62)
  expect(timeTicks(points, { fromZero: true })[0]).toBe(0)
  expect(timeTicks([])).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
})

test("first, last and flagged values carry their number; gaps carry none", () => {
  const signal = { status: "watch", word: "below limit" } as const
  const points = [
    point(0, {}),
    point(1, { actual: 4 }),
    point(2, { actual: 5, signal }),
    point(3, { actual: 5 }),
    point(4, { actual: 6 }),
    point(5, { signal }),
  ]
  expect([...labelledPlaces(points)].toSorted((a, b) => a - b)).toEqual([1, 2, 4])
  expect(labelledPlaces([])).toEqual(new Set())
})
