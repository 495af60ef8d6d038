import { expect, test } from "vitest"
import { Occurrences } from "./occurrences.ts"

test("equal texts are numbered in their order, each text for itself", () => {
  const occurrences = new Occurrences()
  const numbers = ["a", "b", "a", "a", "c", "b"].map((text) => occurrences.next(text))
  expect(numbers).toEqual([1, 1, 2, 3, 1, 2])
})

test("what another one numbered does not count", () => {
  const [one, other] = [new Occurrences(), new Occurrences()]
  one.next("a")
  expect(other.next("a")).toBe(1)
})
