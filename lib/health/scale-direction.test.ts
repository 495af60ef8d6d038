import fc from "fast-check"
import { expect, test } from "vitest"
import { measureScore } from "./measure-score.ts"
import { scaleDirection } from "./scale-direction.ts"
import { scales } from "./testing/scales.ts"

test("by hand: more logins, fewer tickets, a plan", () => {
  expect(scaleDirection({ kind: "linear", worst: 0, best: 40 })).toBe("higher")
  expect(scaleDirection({ kind: "banded", edges: [{ upTo: 2, score: 90 }], above: 10 })).toBe("lower")
  expect(scaleDirection({ kind: "ordinal", scores: { Pro: 70 } })).toBeNull()
})

test("going the better way never lowers the measure score", () => {
  fc.assert(
    fc.property(scales.numeric, fc.integer(), fc.nat(), (scale, raw, step) => {
      const better = scaleDirection(scale) === "higher" ? raw + step : raw - step
      expect(measureScore(scale, better)).toBeGreaterThanOrEqual(measureScore(scale, raw)!)
    }),
  )
})
