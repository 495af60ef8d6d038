import { expect, test } from "vitest"
import { entryOfFacts } from "./entry-of-facts.ts"
import type { StoredFacts } from "./stored-facts.ts"

const said = (facts: StoredFacts) => entryOfFacts({ wall: "2026-11-10T", id: "x", facts }, "2026-11-16")

test("a movement is told with its sign and leads to the movements", () => {
  const moved = (amountCents: number) =>
    said({ kind: "arr", movement: "contraction", amountCents, currency: "USD", source: "billing" })
  expect(moved(-850_000)).toMatchObject({ title: "ARR contracted: −$8,500 a year", href: "#movements" })
  expect(moved(850_000).title).toBe("ARR contracted: +$8,500 a year")
})

test("a touchpoint says what was noted and what is planned", () => {
  const facts = { kind: "touchpoint", type: "call", person: "Ann", text: null, nextOn: null } as const
  expect(said(facts)).toMatchObject({ title: "Call", detail: null, actor: "Ann" })
  expect(said({ ...facts, text: "Went well.", nextOn: "2026-12-01" }).detail).toBe(
    "Went well. Next planned Tue 1 Dec.",
  )
})

test("only a note can be changed", () => {
  const note = said({
    kind: "note",
    text: "Likes it",
    author: "Ann",
    version: 2,
    editedBy: null,
    editedAt: null,
  })
  expect(note.note).toEqual({ id: "x", version: 2, text: "Likes it", editedBy: null, editedAt: null })
  expect(said({ kind: "owner", author: "Ann", before: null, after: "Bo" })).toMatchObject({
    note: null,
    title: "Owner is Bo",
    detail: "Before: nobody.",
  })
})
