import { expect, test } from "vitest"
import { movementsByQuarter } from "./movements-by-quarter.ts"

const today = "2026-11-16"
const rows = [
  { effectiveOn: "2026-12-01", amountCents: 900 },
  { effectiveOn: "2026-10-01", amountCents: 500 },
  { effectiveOn: "2026-09-30", amountCents: -200 },
  { effectiveOn: "2026-07-01", amountCents: 300 },
  { effectiveOn: "2026-03-31", amountCents: 1_000 },
]

test("movements stand in the quarter of their day, quarters without any are zero, what is to come is left out", () => {
  expect(movementsByQuarter(rows, { today, isCut: false })).toEqual([
    { quarter: "2026-Q1", amountCents: 1_000, count: 1, isSoFar: false },
    { quarter: "2026-Q2", amountCents: 0, count: 0, isSoFar: false },
    { quarter: "2026-Q3", amountCents: 100, count: 2, isSoFar: false },
    { quarter: "2026-Q4", amountCents: 500, count: 1, isSoFar: true },
  ])
})

test("a list that was cut leaves its oldest quarter out", () => {
  expect(movementsByQuarter(rows, { today, isCut: true }).map(({ quarter }) => quarter)).toEqual([
    "2026-Q2",
    "2026-Q3",
    "2026-Q4",
  ])
})

test("at most eight quarters", () => {
  const old = [...rows, { effectiveOn: "2020-01-01", amountCents: 1 }]
  const quarters = movementsByQuarter(old, { today, isCut: false })
  expect(quarters).toHaveLength(8)
  expect(quarters[0]?.quarter).toBe("2025-Q1")
})
