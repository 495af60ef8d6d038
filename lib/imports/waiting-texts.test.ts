import { expect, test } from "vitest"
import { WaitingTexts } from "./waiting-texts.ts"

test("only what no row is called by stays strange, with the rows that name it", () => {
  const texts = new WaitingTexts()
  texts.wait("p2", 2)
  for (let row = 3; row < 10; row += 1) texts.wait("nobody", row)
  texts.see("p2")
  expect(texts.strange()).toEqual([{ text: "nobody", rows: [3, 4, 5, 6, 7, 3, 3] }])
})
