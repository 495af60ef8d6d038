import { expect, test } from "vitest"
import { spreadLabels } from "#lib/charts/spread-labels.ts"

test("worked by hand", () => {
  expect([...spreadLabels(0, 7)]).toEqual([])
  expect([...spreadLabels(1, 7)]).toEqual([0])
  expect([...spreadLabels(5, 7)]).toEqual([0, 1, 2, 3, 4])
  expect([...spreadLabels(13, 7)]).toEqual([0, 2, 4, 6, 8, 10, 12])
  expect([...spreadLabels(12, 7)]).toEqual([0, 2, 4, 6, 8, 11])
})

test("first and last always, never more than asked, never closer than the step", () => {
  for (let count = 2; count < 80; count++) {
    const places = [...spreadLabels(count, 7)]
    expect(places[0]).toBe(0)
    expect(places.at(-1)).toBe(count - 1)
    expect(places.length).toBeLessThanOrEqual(7)
    const gaps = places.slice(1).map((place, index) => place - places[index]!)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(Math.ceil((count - 1) / 6))
  }
})
