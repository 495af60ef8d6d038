import { expect, test } from "vitest"
import { sparklineRuns } from "#components/charts/sparkline-runs.ts"

test("a missing value breaks the line and is never joined", () => {
  expect(sparklineRuns([null, 3, 4, null, null, 0, null])).toEqual([
    [
      { place: 1, value: 3 },
      { place: 2, value: 4 },
    ],
    [{ place: 5, value: 0 }],
  ])
})

test("no values, no line", () => {
  expect(sparklineRuns([])).toEqual([])
  expect(sparklineRuns([null, null])).toEqual([])
})
