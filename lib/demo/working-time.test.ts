import { expect, test } from "vitest"
import { calendarOf, worldSizes } from "./plan.ts"
import { afterWork, nextWorkingMinute, workBetween } from "./working-time.ts"

// Day 0 is a Friday.
const calendar = calendarOf({ seed: 1, anchorDay: "2026-11-20", ...worldSizes.small, weeksBefore: 1 })
const at = (day: number, hour: number) => day * 1440 + hour * 60

test("evenings and weekends end on the next working morning", () => {
  expect(nextWorkingMinute(at(0, 9), calendar)).toBe(at(0, 9))
  expect(nextWorkingMinute(at(0, 3), calendar)).toBe(at(0, 8))
  expect(nextWorkingMinute(at(0, 16), calendar)).toBe(at(3, 8))
  expect(nextWorkingMinute(at(2, 12), calendar)).toBe(at(3, 8))
})

test("work that begins on Friday at 15 goes on on Monday", () => {
  expect(afterWork(at(0, 15), 60, calendar)).toBe(at(0, 16))
  expect(afterWork(at(0, 15), 90, calendar)).toBe(at(3, 8) + 30)
  expect(workBetween(at(0, 15), at(3, 8) + 30, calendar)).toBe(90)
  expect(workBetween(at(1, 0), at(2, 23), calendar)).toBe(0)
})
