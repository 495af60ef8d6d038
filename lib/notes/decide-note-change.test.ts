import { expect, test } from "vitest"
import { decideNoteChange } from "./decide-note-change.ts"

const there = { version: 3, isRemoved: false }
const removed = { version: 3, isRemoved: true }

test("who saw the newest version may edit or remove it, which makes the next one", () => {
  for (const kind of ["edit", "remove"] as const)
    expect(decideNoteChange(there, { kind, version: 3 })).toEqual({ ok: true, value: { version: 4 } })
})

test("who saw an older version is told that it changed", () => {
  expect(decideNoteChange(there, { kind: "edit", version: 2 })).toMatchObject({ reason: "changed" })
  expect(decideNoteChange(there, { kind: "remove", version: 2 })).toMatchObject({ reason: "changed" })
})

test("a removed note is brought back once, and not edited", () => {
  expect(decideNoteChange(removed, { kind: "edit", version: 3 })).toMatchObject({ reason: "removed" })
  expect(decideNoteChange(removed, { kind: "restore" })).toEqual({ ok: true, value: { version: 4 } })
  expect(decideNoteChange(there, { kind: "restore" })).toMatchObject({ reason: "not_removed" })
})
