import fc from "fast-check"
import { expect, test } from "vitest"
import { enough } from "#lib/health/enough.ts"

test.each([
  [48, "at least", 59.31, 60],
  [48, "at least", 60.00000000001, 60],
  [48, "at least", 20.000001, 21],
  [2, "at most", 1.9, 1],
  [2.5, "at most", 1.99, 1.9],
  [0.4, "at least", 0.601, 0.61],
  [-30, "at least", -20.4, -20],
  ["Basic", "equal to", "Pro", "Pro"],
  [1, "equal to", 1.2345, 1.2345],
] as const)("from %s, %s %s is written as %s", (currentRaw, comparison, neededRaw, written) => {
  expect(enough({ currentRaw, comparison, neededRaw })).toBe(written)
})

test("whoever reaches what is written has reached the goal", () => {
  const raw = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(raw, raw, (currentRaw, neededRaw) => {
      const noise = 1e-8 * Math.max(1, Math.abs(neededRaw))
      const least = enough({ currentRaw, neededRaw, comparison: "at least" })
      const most = enough({ currentRaw, neededRaw, comparison: "at most" })
      expect(least).toBeGreaterThanOrEqual(neededRaw - noise)
      expect(most).toBeLessThanOrEqual(neededRaw + noise)
    }),
  )
})
