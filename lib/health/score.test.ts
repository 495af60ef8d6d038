import fc from "fast-check"
import { expect, test } from "vitest"
import { sumTenths } from "./round-parts.ts"
import type { HealthModel } from "./schema.ts"
import { scoreAccount } from "./score.ts"
import { healthScore } from "./score-schema.ts"
import { modelOf } from "./testing/model-of.ts"
import { readingsOf } from "./testing/readings-of.ts"
import { worlds } from "./testing/worlds.ts"

const asOf = "2026-11-20"
const score = (model: HealthModel, values: Record<string, number | string>) =>
  scoreAccount({ model, readings: readingsOf(values), asOf })

// Gainsight's published group example.
test("weights 20, 15, 22 with scores 47, 59, 21 give 40.12, shown as 40", () => {
  const model = modelOf({ a: { weight: 20 }, b: { weight: 15 }, c: { weight: 22 } })
  const found = score(model, { a: 47, b: 59, c: 21 })
  expect(found.exact).toBeCloseTo(40.1228, 4)
  expect(found).toMatchObject({ value: 40, band: "red", coverage: 1, measuresUsed: 3 })
  expect(found.parts.map((part) => part.points)).toEqual([-1.1, 2.4, -11.3])
})

// Totango's good 100 / average 60 / poor 0: 50 % good, 30 % average, 20 % poor.
test("half good, 30 percent average and 20 percent poor give 68", () => {
  const scale = { kind: "ordinal", scores: { good: 100, average: 60, poor: 0 } } as const
  const model = modelOf({ a: { weight: 50, scale }, b: { weight: 30, scale }, c: { weight: 20, scale } })
  expect(score(model, { a: "good", b: "average", c: "poor" })).toMatchObject({
    value: 68,
    exact: 68,
    band: "yellow",
  })
})

const grouped = modelOf({
  logins: { groupKey: "usage", weight: 75 },
  seats: { groupKey: "usage", weight: 25 },
  tickets: { groupKey: "support", maxAgeDays: 7 },
})

test("a missing measure is spread inside its group and lowers coverage", () => {
  const found = score(grouped, { logins: 80, tickets: 40 })
  expect(found).toMatchObject({ value: 60, coverage: 0.875, measuresUsed: 2, measuresTotal: 3 })
  expect(found.parts[1]).toMatchObject({ state: "missing", weight: 0, points: 0, raw: null })
})

test("a stale group drops out, visibly", () => {
  const readings = [...readingsOf({ logins: 80, seats: 40 }), ...readingsOf({ tickets: 5 }, "2026-11-01")]
  const found = scoreAccount({ model: grouped, readings, asOf })
  expect(found).toMatchObject({ value: 70, coverage: 0.5, oldestDays: 0, freshestOn: asOf })
  expect(found.parts[2]).toMatchObject({ state: "stale", raw: 5, ageDays: 19, measureScore: null, points: 0 })
})

test("nothing known: no score", () => {
  const found = score(grouped, {})
  expect(found).toMatchObject({
    value: null,
    exact: null,
    band: "insufficient",
    coverage: 0,
    oldestDays: null,
  })
})

test("below the minimum coverage there is no colour, but the parts are listed", () => {
  const found = score({ ...grouped, minimumCoverage: 0.6 }, { tickets: 40 })
  expect(found).toMatchObject({ value: null, band: "insufficient", coverage: 0.5 })
  expect(found.parts[2]).toMatchObject({ state: "used", points: -10 })
})

test("a veto caps a good average at the top of red, as its own part", () => {
  const model = modelOf({
    usage: { weight: 70 },
    payment: { weight: 30, veto: { atOrBelowScore: 20, reason: "Payment overdue" } },
  })
  const found = score(model, { usage: 90, payment: 13.5 })
  expect(found).toMatchObject({
    value: 50,
    exact: 50,
    band: "red",
    vetoPart: { label: "Veto: Payment overdue", points: -17 },
    vetoes: [{ measureKey: "payment", label: "PAYMENT", reason: "Payment overdue" }],
  })
  expect(score(model, { usage: 90, payment: 21 }).vetoes).toEqual([])
  expect(score(model, { usage: 40, payment: 20 })).toMatchObject({ value: 34, vetoPart: null })
})

test("baseline, points and veto add up exactly to the value, and the answer fits its schema", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const found = scoreAccount(world)
      expect(healthScore.safeParse(found).success).toBe(true)
      if (found.value === null) return
      const points = found.parts.map((part) => part.points)
      expect(sumTenths([found.baseline, ...points, found.vetoPart?.points ?? 0])).toBe(found.value)
      const weights = found.parts.reduce((sum, part) => sum + part.weight, 0)
      expect(weights).toBeCloseTo(100, 6)
    }),
    { numRuns: 500 },
  )
})
