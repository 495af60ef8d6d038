import { expect, test } from "vitest"
import { openingCorrection } from "#lib/contracts/opening-correction.ts"

const opening = { kind: "new", day: "2026-11-16" } as const
const won = { kind: "new", day: "2025-01-01", amountCents: 80_000 } as const
const grown = { kind: "expansion", day: "2025-06-01", amountCents: 20_000 } as const

test("history from before the first stated sum is part of that sum", () => {
  expect(openingCorrection(opening, [won, grown])).toBe(-100_000)
})

test("what came afterwards, or was taken back before, is not", () => {
  expect(openingCorrection(opening, [{ ...grown, day: "2026-11-17" }])).toBe(0)
  expect(openingCorrection(opening, [won, { kind: "churn", day: "2025-09-01", amountCents: -80_000 }])).toBe(
    0,
  )
})

test("on the day itself only the same beginning is told twice", () => {
  expect(openingCorrection(opening, [{ ...won, day: opening.day }])).toBe(-80_000)
  expect(openingCorrection(opening, [{ ...grown, day: opening.day }])).toBe(0)
})

test("without a first movement, or after one that is not new, history is taken as it is", () => {
  expect(openingCorrection(null, [won])).toBe(0)
  expect(openingCorrection({ ...opening, kind: "expansion" }, [won])).toBe(0)
})
