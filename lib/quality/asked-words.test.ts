import { expect, test } from "vitest"
import { respectWords, shareWords } from "./asked-words.ts"

test("a share is never rounded to all or none", () => {
  const said = [0, 0.0001, 0.5, 0.954, 0.95, 0.29, 0.9996, 1].map((share) =>
    shareWords(share).replace("\u00a0", " "),
  )
  expect(said).toEqual(["0 %", "under 0.1 %", "50 %", "95.4 %", "95 %", "29 %", "over 99.9 %", "100 %"])
})

test("freshness names its days", () => {
  expect(respectWords({ dimension: "freshness", withinDays: 14 })).toBe("Fresh within 14\u00a0d")
  expect(respectWords({ dimension: "uniqueness", withinDays: null })).toBe("Unique")
})
