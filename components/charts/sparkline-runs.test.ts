import { expect, test } from "vitest"
import { judgedPieces, sparklineRuns } from "#components/charts/sparkline-runs.ts"

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

test("what touches a judged value is a piece of its own, joined to the rest", () => {
  const [run = []] = sparklineRuns([62, 62, 40, 40, 61])
  const pieces = judgedPieces(run, [false, false, true, true, false])
  expect(pieces.map(({ isJudged, points }) => [isJudged, points.map(({ place }) => place)])).toEqual([
    [false, [0, 1]],
    [true, [1, 2, 3, 4]],
  ])
  expect(judgedPieces(run, [])).toHaveLength(1)
  expect(judgedPieces(run.slice(0, 1), [true])).toEqual([])
})
