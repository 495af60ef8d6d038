import fc from "fast-check"
import { expect, test } from "vitest"
import { exposureCents, urgencyPercent } from "#lib/accounts/exposure.ts"
import { addDays } from "#lib/format/calendar-day.ts"

const today = "2026-11-16"
const account = { health: 62, arrCents: 12_000_000, renewsOn: "2027-01-15", today, isLost: false }

test.each([
  ["half of $120k within 90 days: $45.6k", {}, 4_560_000],
  ["the same in five months counts six tenths", { renewsOn: "2027-04-15" }, 2_736_000],
  ["in ten months 35 in a hundred", { renewsOn: "2027-09-15" }, 1_596_000],
  ["later a quarter", { renewsOn: "2028-05-01" }, 1_140_000],
  ["no renewal known: half", { renewsOn: null }, 2_280_000],
  ["past: all of it", { renewsOn: "2026-10-01" }, 4_560_000],
  ["no score counts as 50", { health: null }, 6_000_000],
  ["full health exposes nothing", { health: 100 }, 0],
  ["no health exposes all", { health: 0 }, 12_000_000],
  ["ARR of nought", { arrCents: 0 }, 0],
  ["ARR below nought is nothing to lose", { arrCents: -5_000 }, 0],
  ["unknown ARR stays unknown", { arrCents: null }, null],
  ["a lost account has nothing left to lose", { isLost: true }, 0],
  ["nor one whose ARR is unknown", { isLost: true, arrCents: null }, 0],
  ["half a cent is a cent", { health: 50, arrCents: 1 }, 1],
])("%s", (_, change, cents) => {
  expect(exposureCents({ ...account, ...change })).toBe(cents)
})

test("urgency falls in steps, each day of which counts alike", () => {
  const after = (days: number) => urgencyPercent(addDays(today, days), today)
  expect([-400, 0, 90, 91, 180, 181, 365, 366, 4_000].map(after)).toEqual([
    100, 100, 100, 60, 60, 35, 35, 25, 25,
  ])
  expect(urgencyPercent(null, today)).toBe(50)
})

const exposed = fc.record({
  health: fc.integer({ min: 0, max: 100 }),
  arrCents: fc.integer({ min: 0, max: 10_000_000_000 }),
  days: fc.integer({ min: -30, max: 800 }),
})
const of = ({ health, arrCents, days }: { health: number; arrCents: number; days: number }) =>
  exposureCents({ health, arrCents, renewsOn: addDays(today, days), today, isLost: false }) ?? Number.NaN

test("it never rises with health or with time left, never falls with ARR, and never exceeds ARR", () => {
  fc.assert(
    fc.property(exposed, fc.nat({ max: 500 }), (one, more) => {
      const cents = of(one)
      expect(cents).toBeLessThanOrEqual(one.arrCents)
      expect(cents).toBeGreaterThanOrEqual(0)
      expect(of({ ...one, health: Math.min(100, one.health + more) })).toBeLessThanOrEqual(cents)
      expect(of({ ...one, days: one.days + more })).toBeLessThanOrEqual(cents)
      expect(of({ ...one, arrCents: one.arrCents + more })).toBeGreaterThanOrEqual(cents)
    }),
  )
})
