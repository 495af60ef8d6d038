import { expect, test } from "vitest"
import { differingLines } from "#lib/conflicts/differing-lines.ts"
import { comparedPerson, personIn } from "./person-form-values.ts"

const choices = { teams: [{ id: "t1", name: "Enterprise" }], managers: [{ id: "m1", name: "Ada" }] }

test("what two people want of a third is told by names", () => {
  const mine = { position: "Lead", teamId: "t1", managerId: null, fte: 0.8 }
  const theirs = { position: "Lead", teamId: null, managerId: "m1", fte: 1 }
  expect(differingLines(comparedPerson(mine, theirs, choices))).toEqual({
    mine: "Team: Enterprise\nManager: none\nFTE: 0.8",
    theirs: "Team: none\nManager: Ada\nFTE: 1",
  })
})

test("an empty choice is none, and a share left empty is no number", () => {
  const form = new FormData()
  for (const [name, value] of [
    ["position", "Lead"],
    ["teamId", ""],
    ["managerId", "m1"],
    ["fte", ""],
  ] as const)
    form.set(name, value)
  expect(personIn(form)).toEqual({ position: "Lead", teamId: null, managerId: "m1", fte: Number.NaN })
})
