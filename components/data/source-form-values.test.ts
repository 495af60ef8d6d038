import { expect, test } from "vitest"
import { comparedTerms, termsOf, typedTerms } from "./source-form-values.ts"

test.each([
  [null, { amount: "", unit: "days" }],
  [48, { amount: "2", unit: "days" }],
  [36, { amount: "36", unit: "hours" }],
])("a promise of %s hours stands as %j, and is read back as itself", (promiseHours, fields) => {
  const typed = typedTerms({ promiseHours, ownerId: "p" })
  expect(typed).toMatchObject(fields)
  expect(termsOf(typed)).toEqual({ promiseHours, ownerId: "p" })
})

test("two sights of the same terms are told by names and in one unit each", () =>
  expect(
    comparedTerms({ promiseHours: 24, ownerId: "p" }, { promiseHours: null, ownerId: null }, [
      { id: "p", name: "Ada" },
    ]),
  ).toEqual([
    { name: "Promise", mine: "1 day", theirs: "guessed from its rhythm" },
    { name: "Owner", mine: "Ada", theirs: "unassigned" },
  ]))
