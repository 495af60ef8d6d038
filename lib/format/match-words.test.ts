import { expect, test } from "vitest"
import { matchWords } from "./match-words.ts"

test.each([
  [1, "1 matches"],
  [3, "3 match"],
  [1_200, "1,200 match"],
])("%i: %s", (matching, words) => expect(matchWords(matching)).toBe(words))

test("what was not counted to the end is not told as if it were", () => {
  expect(matchWords(10_001, 10_000)).toBe("more than 10,000 match")
  expect(matchWords(10_000, 10_000)).toBe("10,000 match")
})
