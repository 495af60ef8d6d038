import { expect, test } from "vitest"
import { namedIds, toldChanges } from "./told-changes.ts"

const ada = "00000000-0000-4000-8000-00000000000a"
const gone = "00000000-0000-4000-8000-00000000000b"
const names = new Map([[ada, "Ada"]])

test("a list of changes is told in the words of roles, people and fields", () => {
  const payload = {
    changes: [
      { field: "role", before: "csm", after: "team_lead" },
      { field: "managerId", before: null, after: ada },
      { field: "managerId", before: gone, after: null },
      { field: "fte", before: 1, after: 0.8 },
    ],
  }
  expect(namedIds(payload)).toEqual([ada, gone])
  expect(toldChanges(payload, names)).toEqual([
    { field: "Role", before: "CSM", after: "Team lead" },
    { field: "Manager", before: "none", after: "Ada" },
    { field: "Manager", before: "no longer known", after: "none" },
    { field: "FTE", before: "1", after: "0.8" },
  ])
})

test("before and after as values or as objects are understood, what stayed is left out", () => {
  expect(toldChanges({ before: 3, after: 4 }, names)).toEqual([{ field: "value", before: "3", after: "4" }])
  expect(
    toldChanges({ before: { ownerId: ada, name: "X" }, after: { ownerId: null, name: "X", new: 1 } }, names),
  ).toEqual([
    { field: "Owner", before: "Ada", after: "none" },
    { field: "new", before: "none", after: "1" },
  ])
})

test("accounts that got the same owner tell each former one once", () => {
  const before = [
    { accountId: "1", ownerId: gone },
    { accountId: "2", ownerId: gone },
    { accountId: "3", ownerId: null },
  ]
  expect(toldChanges({ ownerId: ada, before }, names)).toEqual([
    { field: "Owner", before: "no longer known", after: "Ada" },
    { field: "Owner", before: "none", after: "Ada" },
  ])
})

test.each([null, 7, "text", [], { changes: "x" }, { changes: [null, { field: 1 }] }, { before: {} }])(
  "%j tells of no change",
  (payload) => expect(toldChanges(payload, names)).toEqual([]),
)
