import { expect, test } from "vitest"
import { milestonePlaces } from "#lib/charts/milestone-places.ts"

const axis = { from: "2026-10-01", to: "2026-12-10" }
const step = (key: string, plannedOn: string, reachedOn: string | null = null) => ({
  key,
  label: key,
  plannedOn,
  reachedOn,
})

test("days become shares of the axis, kept inside it", () => {
  const places = milestonePlaces(
    [step("a", "2026-10-01", "2026-10-08"), step("b", "2026-11-05"), step("c", "2027-05-01")],
    axis,
  )
  expect(places.map(({ planned }) => planned)).toEqual([0, 0.5, 1])
  expect(places[0]?.reached).toBeCloseTo(0.1, 12)
  expect(places[1]?.reached).toBeNull()
})

test("numbers of one row never come nearer than they are wide", () => {
  const many = Array.from({ length: 12 }, (_, place) => step(`m${place}`, `2026-11-${10 + (place % 5)}`))
  const places = milestonePlaces(many, axis)
  for (const one of places)
    for (const other of places)
      if (one.key !== other.key && one.lane === other.lane)
        expect(Math.abs(one.planned - other.planned)).toBeGreaterThanOrEqual(24 / 320)
})
