import { expect, test } from "vitest"
import { usualDuration } from "./usual-duration.ts"

test("the usual length is the middle one, whatever one slow run took", () => {
  expect(usualDuration([4, 90, 5, 3, 6])).toBe(5)
  expect(usualDuration([10, 4, 90, 5, 3, 6])).toBe(5.5)
})

test("a few runs have no usual length", () => {
  expect(usualDuration([])).toBeNull()
  expect(usualDuration([4, 4, 4, 4])).toBeNull()
})
