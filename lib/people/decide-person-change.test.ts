import { expect, test } from "vitest"
import { decidePersonChange } from "./decide-person-change.ts"
import type { PersonFields } from "./staff.ts"

const stored: PersonFields = { position: "Capacity Planner", teamId: null, managerId: "b", fte: 1 }
const people = [
  { id: "a", managerId: "b" },
  { id: "b", managerId: "c" },
  { id: "c", managerId: null },
]
const decide = (personId: string, wanted: Partial<PersonFields>, seen: PersonFields = stored) =>
  decidePersonChange({ personId, stored, seen, wanted: { ...stored, ...wanted }, people })

test("only what differs is told, with before and after", () => {
  expect(decide("a", { fte: 0.8, managerId: null })).toEqual({
    ok: true,
    value: [
      { field: "managerId", before: "b", after: null },
      { field: "fte", before: 1, after: 0.8 },
    ],
  })
  expect(decide("a", {})).toEqual({ ok: true, value: [] })
})

test("nobody reports to themselves, over any number of steps", () => {
  for (const [person, manager] of [
    ["a", "a"],
    ["b", "a"],
    ["c", "a"],
  ] as const)
    expect(decide(person, { managerId: manager })).toMatchObject({ ok: false, reason: "manager_circle" })
  expect(decide("a", { managerId: "c" }).ok).toBe(true)
})

test("a circle that is stored already ends the search", () => {
  const circle = [
    { id: "x", managerId: "y" },
    { id: "y", managerId: "x" },
  ]
  const wanted = { ...stored, managerId: "x" }
  expect(decidePersonChange({ personId: "a", stored, seen: stored, wanted, people: circle }).ok).toBe(true)
})

test("who saw older values is refused", () => {
  expect(decide("a", { fte: 0.5 }, { ...stored, fte: 0.9 })).toMatchObject({ reason: "changed_meanwhile" })
})
