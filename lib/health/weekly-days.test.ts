import { expect, test } from "vitest"
import { weeklyDays } from "#lib/health/weekly-days.ts"

test("thirteen days a week apart, the asked one last, across a year and a leap day", () => {
  const days = weeklyDays("2024-03-04")
  expect(days).toHaveLength(13)
  expect(days[0]).toBe("2023-12-11")
  expect(days.slice(-2)).toEqual(["2024-02-26", "2024-03-04"])
})
