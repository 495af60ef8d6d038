import { expect, test } from "vitest"
import { modelOf } from "#lib/health/testing/model-of.ts"
import { draftIn, fieldOf, weightSums } from "./model-form-values.ts"

const model = modelOf({ usage: { weight: 33.3 }, tickets: { weight: 66.7 } })

function formWith(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

test("a form becomes a draft: a veto with a limit is one, an empty limit is none", () => {
  const draft = draftIn(
    formWith({
      redUpTo: "40",
      yellowUpTo: "70",
      minimumCoverage: "60",
      [fieldOf.group("all")]: "100",
      [fieldOf.measure("usage")]: "33.3",
      [fieldOf.vetoAt("usage")]: "0",
      [fieldOf.vetoReason("usage")]: "Nobody uses it",
      [fieldOf.measure("tickets")]: "66.7",
      [fieldOf.vetoAt("tickets")]: " ",
      [fieldOf.vetoReason("tickets")]: "left over",
    }),
    model,
  )
  expect(draft).toEqual({
    bands: { redUpTo: 40, yellowUpTo: 70 },
    minimumCoverage: 0.6,
    groups: [{ key: "all", weight: 100 }],
    measures: [
      { key: "usage", weight: 33.3, veto: { atOrBelowScore: 0, reason: "Nobody uses it" } },
      { key: "tickets", weight: 66.7, veto: null },
    ],
  })
  expect(weightSums(draft, model)).toEqual({ groups: 100, of: new Map([["all", 100]]) })
})

test("what is empty or no number counts nothing in a sum", () => {
  const draft = draftIn(formWith({ [fieldOf.measure("usage")]: "x" }), model)
  expect(weightSums(draft, model)).toEqual({ groups: 0, of: new Map([["all", 0]]) })
})
