import { expect, test } from "vitest"
import { snoozeDay } from "./snooze-day.ts"
import { weekStart } from "./week-start.ts"

test.each([
  ["tomorrow", "2026-11-16", "2026-11-17"],
  ["monday", "2026-11-16", "2026-11-23"],
  ["monday", "2026-11-17", "2026-11-23"],
  ["monday", "2026-11-21", "2026-11-23"],
  ["monday", "2026-11-22", "2026-11-23"],
  ["two_weeks", "2026-12-28", "2027-01-11"],
] as const)("%s from %s is %s", (snooze, today, day) => expect(snoozeDay(snooze, today)).toBe(day))

test.each([
  ["2026-11-16", "2026-11-16"],
  ["2026-11-22", "2026-11-16"],
  ["2027-01-01", "2026-12-28"],
])("the week of %s begins on %s", (day, monday) => expect(weekStart(day)).toBe(monday))
