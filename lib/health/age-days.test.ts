import { expect, test } from "vitest"
import { ageDays } from "./age-days.ts"

test("by hand: across a leap day and a change of clocks", () => {
  expect(ageDays("2024-02-28", "2024-03-01")).toBe(2)
  expect(ageDays("2026-03-28", "2026-03-30")).toBe(2)
  expect(ageDays("2026-03-30", "2026-03-28")).toBe(-2)
  expect(ageDays("2026-01-01", "2026-01-01")).toBe(0)
})
