import { expect, test } from "vitest"
import { trendOf } from "./trend.ts"
import { trendNote } from "./trend-note.ts"

test("a move beyond the usual range names the range, with few scores the step", () => {
  expect(trendNote(trendOf([70, 70, 70, 71, 70, 70, 60]))).toMatch(
    /^below its usual range 6\d\.\d to 7\d\.\d$/,
  )
  expect(trendNote(trendOf([70, 70, 70, 70, 70, 70, 80]))).toBe("above its usual range 70 to 70")
  expect(trendNote(trendOf([70, 61]))).toBe("down 9 since the previous score")
})

test("no move is no note", () => {
  expect(trendNote(trendOf([70, 70, 70, 71, 70, 70, 70]))).toBeNull()
  expect(trendNote(trendOf([70, 69]))).toBeNull()
  expect(trendNote(trendOf([]))).toBeNull()
})
