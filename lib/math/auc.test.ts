import fc from "fast-check"
import { expect, test } from "vitest"
import { auc } from "./auc.ts"

// scikit-learn roc_auc_score of these forty pairs is 0.771978021978022.
const truth = "1100100101000000100110100000100100101001"
const chance = [
  0.88, 0.76, 0.48, 0.57, 0.6, 0.53, 0.61, 0.37, 0.59, 0.58, 0.34, 0.1, 0.49, 0.2, 0.61, 0.19, 0.69, 0.28,
  0.43, 0.44, 0.43, 0.52, 0.83, 0.4, 0.64, 0.14, 0.6, 0.12, 0.98, 0.44, 0.42, 0.98, 0.55, 0.55, 0.34, 0.26,
  0.36, 0.14, 0.15, 0.9,
]

test("agrees with scikit-learn, ties included", () => {
  const cases = chance.map((value, i) => ({ value, isPositive: truth[i] === "1" }))
  expect(auc(cases)).toBeCloseTo(0.771978021978022, 12)
})

test("by hand: positives 3 and 2 against negatives 1 and 2 win 3.5 of 4 pairs", () => {
  const cases = [3, 2].map((value) => ({ value, isPositive: true }))
  expect(auc([...cases, { value: 1, isPositive: false }, { value: 2, isPositive: false }])).toBe(3.5 / 4)
})

test("one kind of case alone has no answer", () => {
  expect(auc([{ value: 1, isPositive: true }])).toBeNull()
})

const drawn = fc.array(fc.record({ value: fc.integer({ min: 0, max: 9 }), isPositive: fc.boolean() }), {
  maxLength: 30,
})

test("turning the values round turns the area round", () => {
  fc.assert(
    fc.property(drawn, (cases) => {
      const straight = auc(cases)
      const reversed = auc(cases.map((one) => ({ ...one, value: -one.value })))
      if (straight === null) expect(reversed).toBeNull()
      else expect(straight + reversed!).toBeCloseTo(1, 12)
    }),
  )
})

test("a weight of three equals three equal cases", () => {
  fc.assert(
    fc.property(drawn, (cases) => {
      expect(auc(cases.map((one) => ({ ...one, weight: 3 })))).toEqual(
        auc(cases.flatMap((one) => [one, one, one])),
      )
    }),
  )
})
