import fc from "fast-check"
import { expect, test } from "vitest"
import { featureLabel, featureUnit, featureWords } from "../feature-words.ts"
import { modelOf } from "../testing/model-of.ts"
import { changePer30Days } from "./change-per-30-days.ts"
import { featureValue } from "./feature-value.ts"
import { featureWindow } from "./feature-window.ts"
import { statisticsOf } from "./statistics.ts"

const of = (...points: [t: number, y: number][]) => statisticsOf(points.map(([t, y]) => ({ t, y })))!

test("mean, sum and last of a hand-made week", () => {
  const week = of([-6, 10], [-4, 14], [-1, 18])
  expect(featureValue("mean", week)).toBe(14)
  expect(featureValue("sum", week)).toBe(42)
  expect(featureValue("last", week)).toBe(18)
})

test("the line through (-6, 10), (-4, 14), (-1, 18) has the slope 1.5789 (by hand: 30 / 19)", () => {
  // t̄ = -11/3, ȳ = 14; Σ(t - t̄)(y - ȳ) = 20, Σ(t - t̄)² = 38/3
  expect(changePer30Days(of([-6, 10], [-4, 14], [-1, 18]))).toBeCloseTo((30 * 20) / (38 / 3), 10)
})

test("Anscombe's first set has the slope 0.5001 (F. J. Anscombe, Graphs in Statistical Analysis, 1973)", () => {
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
  const slope = changePer30Days(of(...x.map((at, i): [number, number] => [at, y[i]!])))! / 30
  expect(slope).toBeCloseTo(0.50009, 4)
})

test("fewer than three readings, or readings of one day alone, have no slope", () => {
  expect(changePer30Days(of([-7, 3], [0, 5]))).toBeNull()
  expect(changePer30Days(of([-7, 3], [-7, 5], [-7, 9]))).toBeNull()
})

const series = fc.uniqueArray(
  fc.record({ t: fc.integer({ min: -399, max: 0 }), y: fc.integer({ min: -10_000, max: 10_000 }) }),
  { minLength: 3, maxLength: 60, selector: ({ t }) => t },
)

test("a shift moves mean and last by itself and leaves the slope; a scale stretches all", () => {
  fc.assert(
    fc.property(
      series,
      fc.integer({ min: -500, max: 500 }),
      fc.integer({ min: 1, max: 50 }),
      (points, by, times) => {
        const plain = statisticsOf(points)!
        const moved = statisticsOf(points.map(({ t, y }) => ({ t, y: y * times + by })))!
        for (const aggregate of ["mean", "last"] as const)
          expect(featureValue(aggregate, moved)).toBeCloseTo(featureValue(aggregate, plain)! * times + by, 4)
        expect(changePer30Days(moved)).toBeCloseTo(changePer30Days(plain)! * times, 4)
        expect(featureValue("sum", moved)).toBeCloseTo(plain.sum * times + by * plain.n, 4)
      },
    ),
  )
})

test("a later clock changes no slope", () => {
  fc.assert(
    fc.property(series, fc.integer({ min: 1, max: 30 }), (points, days) => {
      const later = statisticsOf(points.map(({ t, y }) => ({ t: t - days, y })))!
      expect(changePer30Days(later)).toBeCloseTo(changePer30Days(statisticsOf(points)!)!, 4)
    }),
  )
})

test("the window is that of the aggregate, or as long as a last reading stays fresh", () => {
  const windowOf = (measure: object) => featureWindow(modelOf({ a: measure }).measures[0]!)
  expect(windowOf({ maxAgeDays: 90 })).toEqual({ aggregate: "last", days: 91 })
  expect(windowOf({ maxAgeDays: null })).toEqual({ aggregate: "last", days: 400 })
  expect(windowOf({ aggregate: "mean", windowDays: 28, maxAgeDays: 7 })).toEqual({
    aggregate: "mean",
    days: 28,
  })
})

test("words say what an aggregate is made of", () => {
  expect(featureWords({ aggregate: "mean", windowDays: 28 }, 20)).toBe("mean of 28 days, n = 20")
  expect(featureWords({ aggregate: "change_per_30_days", windowDays: 91 }, 13)).toBe(
    "change per 30 days, over 91 days, n = 13",
  )
  expect(featureWords({}, undefined)).toBeNull()
  expect(featureLabel({ label: "Usage", aggregate: "mean", windowDays: 28 })).toBe("Usage (mean of 28 days)")
  expect(featureLabel({ label: "Usage" })).toBe("Usage")
  expect(featureUnit({ aggregate: "change_per_30_days", unit: "%" })).toBe("% per 30 days")
  expect(featureUnit({ unit: "%" })).toBe("%")
})
