import { expect, test } from "vitest"
import { comparedWords } from "./compared-words.ts"

const said = (over: Partial<Parameters<typeof comparedWords>[0]>) =>
  comparedWords({
    value: 27,
    difference: 0,
    since: "2026-11-15",
    previous: { day: "2026-11-21", value: 29 },
    today: "2026-11-22",
    ...over,
  })

test("both spans are told where they differ", () => {
  expect(said({})).toBe("as on Sun 15 Nov; 29 on Sat 21 Nov")
  expect(said({ difference: -4 })).toBe("−4 points since Sun 15 Nov; 29 on Sat 21 Nov")
})

test("the same day or the same score is not told twice", () => {
  expect(said({ previous: { day: "2026-11-15", value: 27 } })).toBe("as on Sun 15 Nov")
  expect(said({ previous: { day: "2026-11-21", value: 27 } })).toBe("as on Sun 15 Nov")
  expect(said({ difference: 3, previous: null })).toBe("+3 points since Sun 15 Nov")
})

test("nothing to compare is nothing said", () => {
  expect(said({ difference: null })).toBeNull()
})
