import fc from "fast-check"
import { expect, test } from "vitest"
import { chooseReading } from "./reading.ts"
import type { Reading } from "./score-schema.ts"
import { modelOf } from "./testing/model-of.ts"

const measure = modelOf({ logins: { maxAgeDays: 14, sources: ["product", "crm"] } }).measures[0]!
const asOf = "2026-11-20"
const from = (source: string, observedOn: string, value: number | string = 50): Reading => ({
  measureKey: "logins",
  source,
  observedOn,
  value,
})
const choose = (...readings: Reading[]) => chooseReading({ measure, readings, asOf })

test("the first source wins although a later one is fresher", () => {
  const chosen = choose(from("crm", "2026-11-20"), from("product", "2026-11-10"))
  expect(chosen).toMatchObject({ state: "used", reading: { source: "product" }, ageDays: 10 })
})

test("a fresher later source wins once the preferred one is too old", () => {
  expect(choose(from("crm", "2026-11-07"), from("product", "2026-11-05")).reading?.source).toBe("crm")
  expect(choose(from("crm", "2026-11-07"), from("product", "2026-11-06")).reading?.source).toBe("product")
})

test("a source nobody ranked is the last resort", () => {
  expect(choose(from("survey", "2026-11-20"), from("crm", "2026-11-10")).reading?.source).toBe("crm")
  expect(choose(from("survey", "2026-11-20"), from("crm", "2026-10-01")).reading?.source).toBe("survey")
})

test("only old readings: shown as stale, without a score", () => {
  expect(choose(from("product", "2026-10-01"), from("crm", "2026-11-01"))).toEqual({
    state: "stale",
    reading: from("crm", "2026-11-01"),
    measureScore: null,
    ageDays: 19,
    disagreements: [],
  })
})

test("a reading of tomorrow is not known yet", () => {
  expect(choose(from("product", "2026-11-21"))).toMatchObject({ state: "missing", reading: null })
})

test("an unreadable value leaves the place to a readable one, and alone counts as missing", () => {
  expect(choose(from("product", asOf, "many"), from("crm", asOf, 5)).reading?.source).toBe("crm")
  expect(choose(from("product", asOf, "many"))).toMatchObject({ state: "missing", measureScore: null })
})

test("fresh sources further apart than 10 points of measure score are reported, 10 are not", () => {
  const chosen = choose(from("product", asOf, 50), from("crm", asOf, 61), from("survey", asOf, 40))
  expect(chosen.disagreements).toHaveLength(1)
  expect(chosen.disagreements[0]).toMatchObject({ chosen: { source: "product" }, other: { source: "crm" } })
  expect(chosen.disagreements[0]?.difference).toBe(11)
})

test("the order in which readings arrive does not matter", () => {
  const drawn = fc.uniqueArray(
    fc.record({
      measureKey: fc.constant("logins"),
      source: fc.constantFrom("product", "crm", "survey", "file"),
      observedOn: fc.integer({ min: 10, max: 25 }).map((day) => `2026-11-${day}`),
      value: fc.integer({ min: 0, max: 100 }),
    }),
    { selector: ({ source, observedOn }) => source + observedOn },
  )
  fc.assert(
    fc.property(drawn, (readings) => {
      const { state, reading } = chooseReading({ measure, readings, asOf })
      const reversed = chooseReading({ measure, readings: readings.toReversed(), asOf })
      expect(reversed.reading).toEqual(reading)
      expect(reversed.state).toBe(state)
    }),
  )
})
