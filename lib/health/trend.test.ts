import fc from "fast-check"
import { expect, test } from "vitest"
import { healthTrend } from "./trend.ts"

const history = (...values: number[]) =>
  values.map((value, i) => ({ day: `2026-10-${String(i + 1).padStart(2, "0")}`, value }))

// NIST/SEMATECH e-Handbook 6.3.2.2: ten flow rates with limits 45.8 and 55.8.
const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]

test("beyond the limits of the NIST example is a signal, inside is not", () => {
  expect(healthTrend(history(...flow, 56))).toMatchObject({ trend: "up", isSignal: true, change: 5.2 })
  expect(healthTrend(history(...flow, 45))).toMatchObject({
    trend: "down",
    limits: { lower: 45.8, upper: 55.8 },
  })
  expect(healthTrend(history(...flow, 55))).toMatchObject({
    trend: "same",
    isSignal: false,
    words: "No clear change: 55 is inside its usual range 45.8 to 55.8 (10 earlier scores)",
  })
})

test("with few scores a change of five points counts, four do not", () => {
  expect(healthTrend(history(67, 62))).toMatchObject({
    trend: "down",
    change: -5,
    words: "Down 5: 67 to 62 since the previous score",
  })
  expect(healthTrend(history(60, 67, 71)).trend).toBe("same")
  expect(healthTrend(history(70, 70, 70, 70, 70, 75)).comparison?.kind).toBe("previous-score")
})

test("one score says nothing", () => {
  expect(healthTrend(history(70))).toMatchObject({ trend: "too-little-data", change: null, isSignal: false })
  expect(healthTrend([]).trend).toBe("too-little-data")
})

test("after a constant history two points may be rounding, three are not", () => {
  expect(healthTrend(history(70, 70, 70, 70, 70, 70, 72)).trend).toBe("same")
  expect(healthTrend(history(70, 70, 70, 70, 70, 70, 73)).trend).toBe("up")
})

const scores = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 28 })

test("turning all scores round turns the trend round; order of input does not matter", () => {
  const opposite = { up: "down", down: "up", same: "same", "too-little-data": "too-little-data" }
  fc.assert(
    fc.property(scores, (values) => {
      const straight = healthTrend(history(...values))
      const mirrored = healthTrend(history(...values.map((value) => 100 - value)))
      expect(mirrored.trend).toBe(opposite[straight.trend])
      expect(healthTrend(history(...values).toReversed())).toEqual(straight)
    }),
  )
})
