import fc from "fast-check"
import { expect, test } from "vitest"
import { dayOf } from "#lib/format/instant.ts"
import { endOfDay } from "#lib/time/end-of-day.ts"

test.each([
  ["2026-11-16", "UTC", "2026-11-17T00:00:00Z"],
  ["2026-11-16", "America/Los_Angeles", "2026-11-17T08:00:00Z"],
  ["2026-11-16", "Asia/Kathmandu", "2026-11-16T18:15:00Z"],
  ["2026-03-28", "Europe/Berlin", "2026-03-28T23:00:00Z"],
  ["2026-03-29", "Europe/Berlin", "2026-03-29T22:00:00Z"],
  ["2026-10-25", "Europe/Berlin", "2026-10-25T23:00:00Z"],
])("%s ends in %s at %s", (day, zone, instant) => {
  expect(endOfDay(day, zone)).toEqual(new Date(instant))
})

test("the instant before still is that day, the instant itself is not", () => {
  const zones = fc.constantFrom(
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Pacific/Auckland",
    "Asia/Kolkata",
  )
  const days = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  fc.assert(
    fc.property(zones, days, (zone, date) => {
      const day = date.toISOString().slice(0, 10)
      const end = endOfDay(day, zone)
      expect(dayOf(new Date(end.getTime() - 1), zone)).toBe(day)
      expect(dayOf(end, zone) > day).toBe(true)
    }),
  )
})
