import { expect, test } from "vitest"
import { lookUpCategories } from "./category-dictionaries.ts"

const order = (values: string[], direction: "higher" | "lower" = "higher") => {
  const match = lookUpCategories(values, direction)
  if (!match.isKnown) return match.unknown
  return values.toSorted((a, b) => match.scores[a]! - match.scores[b]!)
}

test.each([
  [
    ["Yes", "No"],
    ["No", "Yes"],
  ],
  [
    ["Two year", "Month-to-month", "One year"],
    ["Month-to-month", "One year", "Two year"],
  ],
  [
    ["high", "low", "medium"],
    ["low", "medium", "high"],
  ],
  [
    ["Good", "Poor", "Fair"],
    ["Poor", "Fair", "Good"],
  ],
  [
    ["green", "red", "yellow"],
    ["red", "yellow", "green"],
  ],
  [
    ["Enterprise", "free", "PRO", "basic"],
    ["free", "basic", "PRO", "Enterprise"],
  ],
])("%o in order of health: %o", (values, expected) => {
  expect(order(values)).toEqual(expected)
})

test("low to high and yes and no turn with the measure, contract terms do not", () => {
  expect(order(["low", "high"], "lower")).toEqual(["high", "low"])
  expect(order(["Yes", "No"], "lower")).toEqual(["Yes", "No"])
  expect(order(["Two year", "Month-to-month"], "lower")).toEqual(["Month-to-month", "Two year"])
})

test("no phone service reads as no", () => {
  const match = lookUpCategories(["Yes", "No", "No phone service"], "higher")
  expect(match).toMatchObject({ isKnown: true, scores: { No: 40, "No phone service": 40 } })
})

test("categories no dictionary knows are named", () => {
  expect(order(["DSL", "Fiber optic", "No"])).toEqual(["DSL", "Fiber optic"])
  expect(order(["constructor", "toString"])).toEqual(["constructor", "toString"])
})
