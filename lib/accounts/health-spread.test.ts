import fc from "fast-check"
import { expect, test } from "vitest"
import { type HealthColumn, spreadCounts, spreadPoint, spreadTitle } from "#lib/accounts/health-spread.ts"

const column = (value: number | null, all: number, matching = all, red = 0): HealthColumn => ({
  value,
  all,
  matching,
  red,
})

test("the middle half is counted, and who stands worst", () => {
  const columns = [column(30, 2, 2, 2), column(50, 2), column(60, 2), column(70, 2), column(null, 3)]
  expect(spreadTitle(columns, false)).toBe("Half of 8 accounts have 30 to 60 points; 2 stand at Act now")
  expect(spreadCounts(columns)).toEqual({ all: 8, matching: 8, red: 2, withoutScore: 3 })
  expect(spreadTitle([column(60, 1)], false)).toBe("1 account has 60 points; none stands at Act now")
  expect(spreadTitle([column(null, 4)], false)).toBe("No account has a score yet")
})

test("a filtered list is told against all", () => {
  const columns = [column(30, 2, 2), column(60, 3, 0), column(70, 3, 0)]
  expect(spreadTitle(columns, true)).toBe("These 2 accounts have a median of 30, below the 60 of all 8")
  expect(spreadTitle([column(30, 2, 0), column(60, 3, 1)], true)).toBe(
    "This account has 60 points, like the 60 of all 5",
  )
  expect(spreadTitle([column(30, 2, 0), column(null, 1, 1)], true)).toBe(
    "None of the accounts with a score is in this list",
  )
})

test("a point is a value that stands there, and agrees with the sorted scores", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 101 })
  fc.assert(
    fc.property(counts, fc.constantFrom(0, 0.25, 0.5, 0.75, 1), (all, share) => {
      const columns = all.map((count, value) => column(value, count))
      const scores = all.flatMap((count, value) => Array.from({ length: count }, () => value))
      const point = spreadPoint(columns, { of: "all", share })
      if (scores.length === 0) expect(point).toBeNull()
      else {
        expect(scores).toContain(point)
        const atMost = scores.filter((score) => score <= point!).length
        const below = scores.filter((score) => score < point!).length
        expect(atMost / scores.length).toBeGreaterThanOrEqual(share)
        expect(below / scores.length).toBeLessThanOrEqual(share)
      }
    }),
  )
})
