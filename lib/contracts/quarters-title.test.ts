import { expect, test } from "vitest"
import { quartersTitle } from "#lib/contracts/quarters-title.ts"

const quarter = (name: string, amountCents: number, isSoFar = false) => ({
  quarter: name,
  amountCents,
  count: 1,
  isSoFar,
})

test("the largest movement is named, up or down, the latest of equal ones", () => {
  const quarters = [
    quarter("2026-Q2", 300_000),
    quarter("2026-Q3", -500_000),
    quarter("2026-Q4", 100_000, true),
  ]
  expect(quartersTitle(quarters, "USD")).toBe("ARR moved most in Q3 2026: −$5,000")
  expect(quartersTitle([quarter("2026-Q3", -5), quarter("2026-Q4", 5_000, true)], "USD")).toBe(
    "ARR moved most in Q4 2026, so far: +$50",
  )
  expect(quartersTitle([quarter("2026-Q3", 700_000), quarter("2026-Q4", 700_000)], "USD")).toContain("Q4")
})

test("nothing moved is said", () => {
  expect(quartersTitle([], "USD")).toBe("ARR did not move")
  expect(quartersTitle([quarter("2026-Q3", 0)], "USD")).toBe("ARR did not move")
})
