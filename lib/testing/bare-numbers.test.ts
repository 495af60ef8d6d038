import { expect, test } from "vitest"
import { bareNumbers, inventedNumbers } from "./bare-numbers.ts"

test("numbers are read as people write them, without those of names and days", () => {
  expect(bareNumbers("1,204 of 3.5 in Room 12 on Mon 16 Nov", ["Room 12", "Mon 16 Nov"])).toEqual([1204, 3.5])
  expect(bareNumbers("Nothing is due.", [])).toEqual([])
})

test("a number that is nowhere in the data is found, also behind a space that does not break", () => {
  expect(inventedNumbers("3 of 9 are late by 6\u00a0h", { numbers: [3, 9, 6] })).toEqual([])
  expect(inventedNumbers("3 of 10 are late", { numbers: [3, 9] })).toEqual([10])
  expect(inventedNumbers("$1.9M ARR", { numbers: [], texts: ["$1.9M"] })).toEqual([])
})
