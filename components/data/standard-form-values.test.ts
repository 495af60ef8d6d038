import { expect, test } from "vitest"
import { differingLines } from "#lib/conflicts/differing-lines.ts"
import { askedOf, comparedStandards, standardTerms, typedStandard } from "./standard-form-values.ts"

const terms = { atLeast: 0.95, withinDays: null, ownerId: "p", reason: "Renewals are missed." }

test("what is stored stands in the fields and is read back as itself", () => {
  expect(typedStandard("completeness account.owner", terms)).toMatchObject({ percent: "95", withinDays: "" })
  for (const stored of [terms, { ...terms, atLeast: 0.999, withinDays: 14, ownerId: null }])
    expect(standardTerms(typedStandard("x", stored))).toEqual(stored)
})

test("a choice names the respect and the field", () =>
  expect(askedOf("freshness signal.nps of all")).toEqual({
    dimension: "freshness",
    field: "signal.nps of all",
  }))

test("two sights of a standard are told by what differs", () => {
  const theirs = { ...terms, atLeast: 0.9, ownerId: null }
  const lines = differingLines(comparedStandards(terms, theirs, [{ id: "p", name: "Ada" }]))
  expect(lines.mine.replaceAll("\u00a0", " ")).toBe("Share: 95 %\nOwner: Ada")
  expect(lines.theirs.replaceAll("\u00a0", " ")).toBe("Share: 90 %\nOwner: unassigned")
})
