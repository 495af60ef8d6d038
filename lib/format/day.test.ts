import { expect, test } from "vitest"
import { addDays, daysBetween, utcMidnight } from "#lib/format/calendar-day.ts"
import { formatDay } from "#lib/format/day.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { formatAge, formatRelativeDays } from "#lib/format/relative-days.ts"

const today = "2025-11-17"

test("a day has its weekday, and its year only when it is another", () => {
  expect(formatDay("2025-11-17", today)).toBe("Mon 17 Nov")
  expect(formatDay("2026-02-01", today)).toBe("Sun 1 Feb 2026")
  expect(formatDay("2025-11-17", today, "fr-FR")).toBe("lun. 17 nov.")
})

test("a day that does not exist is refused", () => {
  for (const wrong of ["2025-02-29", "2025-13-01", "17 Nov 2025", "2025-11-17T00:00:00Z"])
    expect(() => utcMidnight(wrong)).toThrow(RangeError)
})

test("days between count calendar days, over daylight saving and leap years too", () => {
  expect(daysBetween("2025-10-25", "2025-10-27")).toBe(2)
  expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2)
  expect(daysBetween(today, "2025-11-10")).toBe(-7)
})

test("adding days crosses months, leap days and daylight saving", () => {
  expect(addDays("2024-02-28", 2)).toBe("2024-03-01")
  expect(addDays("2025-10-25", 2)).toBe("2025-10-27")
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31")
})

test("relative days are words near today and numbers beyond", () => {
  expect(formatRelativeDays("2025-12-29", today)).toBe("in 42 days")
  expect(formatRelativeDays("2025-11-18", today)).toBe("tomorrow")
  expect(formatRelativeDays(today, today)).toBe("today")
  expect(formatRelativeDays("2025-11-16", today)).toBe("yesterday")
  expect(formatRelativeDays("2025-11-14", today)).toBe("3 days ago")
})

test("ages are in days", () => {
  expect(formatAge(0)).toBe("today")
  expect(formatAge(3)).toBe("3\u00a0d old")
  expect(formatAge(23.9)).toBe("23\u00a0d old")
})

test("an instant is told in the reader's zone", () => {
  const now = new Date("2025-11-17T08:00:00Z")
  const instant = new Date("2025-11-16T22:30:00Z")
  expect(formatInstant(instant, { now, timeZone: "UTC" })).toBe("Sun 16 Nov 22:30")
  expect(formatInstant(instant, { now, timeZone: "Asia/Kathmandu" })).toBe("Mon 17 Nov 04:15")
  expect(formatInstant(new Date("2024-12-31T23:30:00Z"), { now, timeZone: "Europe/Berlin" })).toBe(
    "Wed 1 Jan 00:30",
  )
  expect(dayOf(instant, "Pacific/Auckland")).toBe("2025-11-17")
})
