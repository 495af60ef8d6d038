import { expect, test } from "vitest"
import { lastEnd } from "./last-end.ts"

const ends = (...days: string[]) => days.map((endsOn) => ({ endsOn }))

test("the last end before today is told; today's and later ends are not ended", () => {
  expect(lastEnd(ends("2026-02-12", "2025-02-12"), "2026-11-22")).toBe("2026-02-12")
  expect(lastEnd(ends("2026-11-22", "2027-01-01"), "2026-11-22")).toBeNull()
  expect(lastEnd([], "2026-11-22")).toBeNull()
})
