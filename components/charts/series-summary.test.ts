import { expect, test } from "vitest"
import { seriesSummary } from "#components/charts/series-summary.ts"

test("says ends, extremes, limits and gaps", () => {
  const values = [67, 71, null, 58, null, 62]
  expect(seriesSummary({ name: "Health", values, period: "week", limits: { lower: 55, upper: 75 } })).toBe(
    "Health, 6 weeks: from 67 to 62, lowest 58, highest 71, natural limits 55 to 75, 2 weeks missing.",
  )
})

test("one value has no ends, none has nothing", () => {
  expect(seriesSummary({ name: "Health", values: [62], period: "day" })).toBe("Health, 1 day: 62 once.")
  expect(seriesSummary({ name: "Health", values: [null, null], period: "day" })).toBe(
    "Health, 2 days: no value yet.",
  )
})
