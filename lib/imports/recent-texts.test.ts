import { expect, test } from "vitest"
import { RecentTexts } from "./recent-texts.ts"

test("the texts asked for last stay known, and those of long ago are forgotten", () => {
  const texts = new RecentTexts<number>(3)
  for (const [place, text] of ["a", "b", "c", "d", "e"].entries()) texts.set(text, place)
  expect(["a", "c", "d", "e"].map((text) => texts.get(text))).toEqual([0, 2, 3, 4])
  for (const text of ["f", "g", "h"]) texts.set(text, 9)
  expect(texts.get("b")).toBeUndefined()
  expect(["f", "g", "h"].map((text) => texts.get(text))).toEqual([9, 9, 9])
  texts.clear()
  expect(texts.get("h")).toBeUndefined()
})
