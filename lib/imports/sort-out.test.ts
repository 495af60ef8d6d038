import { expect, test } from "vitest"
import { sortOut } from "./sort-out.ts"

test("the last word of a batch wins, blanks withdraw, strangers are counted", () => {
  const sorted = sortOut(
    {
      accountIds: ["a", "a", "a", "b"],
      measureIds: [1, 1, 2, 1],
      days: ["2026-01-01", "2026-01-01", "2026-01-01", "2026-01-01"],
      values: [1, 2, null, 3],
      texts: [null, null, null, null],
    },
    { accounts: new Set(["a"]), measures: new Set([1, 2]) },
  )
  expect(sorted.stated.values).toEqual([2])
  expect(sorted.withdrawn.measureIds).toEqual([2])
  expect(sorted.unknown).toBe(1)
})
