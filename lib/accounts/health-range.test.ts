import fc from "fast-check"
import { expect, test } from "vitest"
import { healthRangeOf, readHealthRange } from "#lib/accounts/health-range.ts"

test("a range is read as it is written", () => {
  expect(readHealthRange("40..60")).toEqual({ from: 40, to: 60 })
  expect(readHealthRange("0..100")).toEqual({ from: 0, to: 100 })
  expect(readHealthRange("7..7")).toEqual({ from: 7, to: 7 })
})

test.each([
  "",
  "40",
  "60..40",
  "0..101",
  "-1..5",
  "40..",
  "..60",
  "4.5..6",
  "40..60..70",
  " 40..60",
  "1e1..20",
])("anything else is no range: %j", (text) => {
  expect(readHealthRange(text)).toBeNull()
})

test("two points in any order make a range that is read back, and never leaves the scale", () => {
  const point = fc.double({ min: -500, max: 500, noNaN: true })
  fc.assert(
    fc.property(point, point, (one, other) => {
      const range = readHealthRange(healthRangeOf(one, other))
      expect(range).not.toBeNull()
      expect(healthRangeOf(other, one)).toBe(healthRangeOf(one, other))
      if (one >= 0 && one <= 100) expect(range!.from).toBeLessThanOrEqual(Math.round(one))
    }),
  )
})
