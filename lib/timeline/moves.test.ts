import { expect, test } from "vitest"
import { addDays } from "#lib/format/calendar-day.ts"
import type { SignalRow } from "#lib/signals/schema.ts"
import { healthMoves } from "./health-moves.ts"
import { signalMoves } from "./signal-moves.ts"

const scores = (...values: number[]) =>
  values.map((value, place) => ({ day: addDays("2026-11-01", place), value }))

test("a fall of health below its usual range is told once, on its first day", () => {
  const moves = healthMoves(scores(70, 71, 70, 71, 70, 71, 70, 50, 50))
  expect(moves.map(({ wall, title }) => [wall, title])).toEqual([
    ["2026-11-08T", "Health fell from 70 to 50"],
  ])
})

test("routine variation of health is no move", () => {
  expect(healthMoves(scores(70, 72, 69, 71, 70, 72, 70, 71))).toEqual([])
  expect(healthMoves([])).toEqual([])
})

const today = "2026-11-16"
const say = (value: number) => value.toFixed(0)
const signal = (...recent: (number | null)[]): SignalRow => ({
  measureKey: "use",
  label: "Licence use",
  unit: "%",
  role: "input",
  sourceKey: "app",
  source: "Product",
  observedOn: "2026-11-15",
  value: recent.at(-1) ?? 0,
  recent,
})

test("a measure that leaves its natural limits is told once, in its week", () => {
  // Mean 80, mean moving range 2: limits 74.68 to 85.32, by hand.
  const moves = signalMoves([signal(81, 79, 81, 79, 81, 79, 40, 40)], { today, say })
  expect(moves).toHaveLength(1)
  expect(moves[0]).toMatchObject({
    wall: "2026-11-09T",
    title: "Licence use fell to 40",
    detail: "Usual range 75 to 85, 6 weeks before.",
  })
})

test("five weeks are too few, gaps are no fall, and a hair beyond a still series is no move", () => {
  expect(signalMoves([signal(80, 80, 80, 80, 80, 10)], { today, say })).toEqual([])
  expect(signalMoves([signal(80, 79, 80, 79, 80, 79, null, 80)], { today, say })).toEqual([])
  expect(signalMoves([signal(80, 80, 80, 80, 80, 80, 81)], { today, say })).toEqual([])
})

test("a move in the newest week stands on the day it was observed", () => {
  expect(signalMoves([signal(81, 79, 81, 79, 81, 79, 40)], { today, say })[0]?.wall).toBe("2026-11-15T")
})
