import fc from "fast-check"
import { expect, test } from "vitest"
import { effectiveShares } from "./effective-shares.ts"
import { modelOf } from "./testing/model-of.ts"

const model = modelOf(
  {
    logins: { groupKey: "usage", weight: 75 },
    seats: { groupKey: "usage", weight: 25 },
    tickets: { groupKey: "support", weight: 100 },
  },
  {
    groups: [
      { key: "usage", label: "Usage", weight: 60 },
      { key: "support", label: "Support", weight: 40 },
    ],
  },
)
const sharesOf = (...available: string[]) => {
  const { shares, coverage } = effectiveShares(model, (key) => available.includes(key))
  return {
    ...Object.fromEntries([...shares].map(([key, share]) => [key, Number(share.toFixed(9))])),
    coverage,
  }
}

test("by hand: all measures", () => {
  expect(sharesOf("logins", "seats", "tickets")).toEqual({ logins: 45, seats: 15, tickets: 40, coverage: 1 })
})

test("a missing measure leaves its weight to its own group", () => {
  expect(sharesOf("seats", "tickets")).toEqual({ seats: 60, tickets: 40, coverage: 0.55 })
})

test("a group of only missing measures drops out", () => {
  expect(sharesOf("logins", "seats")).toEqual({ logins: 75, seats: 25, coverage: 0.6 })
})

test("nothing available: no shares", () => {
  expect(sharesOf()).toEqual({ coverage: 0 })
})

test("shares of whatever is available sum to 100", () => {
  fc.assert(
    fc.property(fc.subarray(["logins", "seats", "tickets"], { minLength: 1 }), (available) => {
      const { shares } = effectiveShares(model, (key) => available.includes(key))
      expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 9)
    }),
  )
})
