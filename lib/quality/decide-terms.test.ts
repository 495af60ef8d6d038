import { expect, test } from "vitest"
import { decideTerms } from "./decide-terms.ts"

const stored = { promiseHours: 24, ownerId: "a" }

test("who saw what is stored may set other terms", () => {
  expect(decideTerms(stored, { ...stored }).ok).toBe(true)
  expect(decideTerms(stored, undefined).ok).toBe(true)
})

test.each([{ promiseHours: 48 }, { promiseHours: null }, { ownerId: null }])(
  "who saw %j instead is told that it changed",
  (other) =>
    expect(decideTerms(stored, { ...stored, ...other })).toMatchObject({ reason: "changed_meanwhile" }),
)
