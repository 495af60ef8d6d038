import fc from "fast-check"
import { expect, test } from "vitest"
import { sumTenths } from "../round-parts.ts"
import { starterWeights } from "./starter-weights.ts"

test("by hand: strengths 0.3 and 0.1 in one group, 0.2 in another", () => {
  const { groups, measures } = starterWeights([
    { key: "a", groupKey: "usage", strength: 0.3 },
    { key: "b", groupKey: "usage", strength: 0.1 },
    { key: "c", groupKey: "support", strength: 0.2 },
  ])
  expect(Object.fromEntries(groups)).toEqual({ usage: 66.7, support: 33.3 })
  expect(Object.fromEntries(measures)).toEqual({ a: 75, b: 25, c: 100 })
})

test("groups, and measures in each group, sum to exactly 100 in tenths", () => {
  const part = fc.record({
    groupKey: fc.constantFrom("one", "two", "three"),
    strength: fc.double({ min: 0.04, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 20 }), (parts) => {
      const keyed = parts.map((one, i) => ({ ...one, key: `m${i}` }))
      const { groups, measures } = starterWeights(keyed)
      expect(sumTenths([...groups.values()])).toBe(100)
      for (const groupKey of groups.keys()) {
        const members = keyed.filter((one) => one.groupKey === groupKey)
        expect(sumTenths(members.map((one) => measures.get(one.key)!))).toBe(100)
      }
    }),
  )
})
