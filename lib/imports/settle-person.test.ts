import { expect, test } from "vitest"
import type { ImportPlan } from "./import-plan.ts"
import { PersonSettling } from "./settle-person.ts"

const plan = (over: Partial<ImportPlan> = {}) =>
  ({ kind: "people", fields: {}, conflict: "update", treatments: [], ...over }) as unknown as ImportPlan
const made = { is: "adopted", personId: "p", externalId: "Ann Lee" } as const
const row = (externalId: string | null) => ({ externalId, name: "Ann Lee" })

test("who is called by their name gets the id, once", () => {
  const settling = new PersonSettling(plan())
  expect(settling.settle(row("p1"), made)).toMatchObject({
    fault: { kind: "adopted_person", found: "Ann Lee gets the id p1" },
    person: { externalId: "p1", gives: "p" },
  })
  for (const later of [made, { is: "new" } as const])
    expect(settling.settle(row("p2"), later)).toMatchObject({
      fault: { kind: "ambiguous_person" },
      person: null,
    })
  expect(settling.settle(row("p1"), { is: "known", externalId: "p1" }).person).toEqual({
    externalId: "p1",
    gives: null,
  })
})

test("a new person is made where that was decided, and nobody gets an id where rows that exist are left alone", () => {
  const treatments = [{ problem: "adopted_person", column: null, do: "create" as const }]
  expect(new PersonSettling(plan({ treatments })).settle(row("p1"), made).person).toEqual({
    externalId: "p1",
    gives: null,
  })
  expect(new PersonSettling(plan({ conflict: "skip" })).settle(row("p1"), made)).toEqual({
    fault: null,
    person: { externalId: "Ann Lee", gives: null },
  })
})
