import { expect, test } from "vitest"
import { bulletParts } from "#lib/charts/bullet-parts.ts"

const scale = { from: 0, to: 100 }

test("shares of the scale, strongest range first", () => {
  const parts = bulletParts({ value: 88, target: 95, rangeEnds: [70, 90], scale })
  expect(parts.ranges.map(({ tone }) => tone)).toEqual([3, 2, 1])
  expect(parts.ranges.reduce((sum, { length }) => sum + length, 0)).toBeCloseTo(1, 12)
  expect(parts.bar).toEqual({ from: 0, length: 0.88 })
  expect(parts.target).toBe(0.95)
  expect(parts.beyond).toBeNull()
})

test("a bar begins at zero also when the scale goes below it", () => {
  const parts = bulletParts({ value: -20, target: 10, rangeEnds: [], scale: { from: -50, to: 50 } })
  expect(parts.bar?.from).toBeCloseTo(0.3, 12)
  expect(parts.bar?.length).toBeCloseTo(0.2, 12)
  expect(parts.ranges).toEqual([{ from: 0, length: 1, tone: 1 }])
})

test("ten times the scale is cut and said, nothing is nothing", () => {
  expect(bulletParts({ value: 900, target: null, rangeEnds: [70], scale })).toMatchObject({
    bar: { from: 0, length: 1 },
    beyond: "above",
    target: null,
  })
  expect(bulletParts({ value: null, target: 95, rangeEnds: [], scale }).bar).toBeNull()
  expect(bulletParts({ value: 0, target: 95, rangeEnds: [], scale }).bar).toEqual({ from: 0, length: 0 })
})
