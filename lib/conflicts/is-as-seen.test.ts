import { expect, test } from "vitest"
import { isAsSeen } from "./is-as-seen.ts"

const stored = { hours: 24, owner: null, reason: "Because" }

test("the same in every field that was seen is as seen, and so is no sight", () => {
  expect(isAsSeen(stored, { ...stored })).toBe(true)
  expect(isAsSeen(stored, undefined)).toBe(true)
})

test.each([{ hours: 25 }, { owner: "Ada" }, { reason: "because" }])("%j is not", (other) =>
  expect(isAsSeen<Record<string, string | number | null>>(stored, { ...stored, ...other })).toBe(false),
)
