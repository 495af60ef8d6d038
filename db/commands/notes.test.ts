import { beforeAll, describe, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { inWorkspace } from "../in-workspace.ts"
import { accountsWithUsage, publishUsageModel } from "../testing/scored-book.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { editNote, removeNote, restoreNote, writeNote } from "./notes.ts"

describe("notes on an account", () => {
  const { owner } = testDatabase()
  let home: TestWorkspace
  let accountId: string

  beforeAll(async () => {
    home = await testWorkspace()
    await publishUsageModel(home.caller)
    const ids = await accountsWithUsage(home.caller, { usage: { one: 80 }, day: "2026-11-16" })
    accountId = ids.get("one") ?? ""
  })

  const write = async (text: string, caller: Caller = home.caller) => {
    const written = await inWorkspace(caller, (tx) => writeNote(tx, caller, { accountId, text }))
    if (!written.ok) throw new Error("not written")
    return written.value.noteId
  }
  const run = <Value>(work: (tx: Parameters<typeof editNote>[0], caller: Caller) => Promise<Value>) =>
    inWorkspace(home.caller, (tx) => work(tx, home.caller))
  const stored = async (noteId: string) =>
    (await owner`select text, version, removed_at, edited_by from note where id = ${noteId}`)[0]
  const told = async (noteId: string) =>
    (
      await owner`select type from event where workspace_id = ${home.workspaceId}
        and payload::jsonb->>'noteId' = ${noteId} order by seq`
    ).map((row) => row.type as string)

  test("are written, edited, removed and brought back, each told once and without their text", async () => {
    const noteId = await write("Sponsor wants a review in May")
    await run((tx, caller) => editNote(tx, caller, { noteId, version: 1, text: "In June" }))
    const before = await stored(noteId)
    await run((tx, caller) => removeNote(tx, caller, { noteId, version: 2 }))
    expect((await stored(noteId))?.removed_at).not.toBeNull()
    await run((tx, caller) => restoreNote(tx, caller, { noteId }))
    expect(await stored(noteId)).toEqual({ ...before, version: 4 })
    expect(await told(noteId)).toEqual(["note.written", "note.edited", "note.removed", "note.restored"])
    const said = await owner`select payload from event where payload::text like '%June%'`
    expect(said).toHaveLength(0)
  })

  test("who read an older version changes nothing", async () => {
    const noteId = await write("First")
    await run((tx, caller) => editNote(tx, caller, { noteId, version: 1, text: "Second" }))
    const late = await run((tx, caller) => editNote(tx, caller, { noteId, version: 1, text: "Third" }))
    expect(late).toMatchObject({ ok: false, reason: "changed" })
    expect(await run((tx, caller) => removeNote(tx, caller, { noteId, version: 1 }))).toMatchObject({
      reason: "changed",
    })
    expect(await stored(noteId)).toMatchObject({ text: "Second", version: 2, removed_at: null })
  })

  test("another workspace cannot see the account or the note", async () => {
    const noteId = await write("Ours")
    const other = await testWorkspace()
    const foreign = (work: Parameters<typeof run>[0]) =>
      inWorkspace(other.caller, (tx) => work(tx, other.caller))
    await expect(
      foreign((tx, caller) => editNote(tx, caller, { noteId, version: 1, text: "Theirs" })),
    ).rejects.toMatchObject({ code: "not_found" })
    await expect(
      foreign((tx, caller) => writeNote(tx, caller, { accountId, text: "Theirs" })),
    ).rejects.toMatchObject({ code: "not_found" })
    expect(await stored(noteId)).toMatchObject({ text: "Ours" })
  })

  test("a viewer may not write", async () => {
    await expect(write("Mine", home.as("viewer"))).rejects.toMatchObject({ code: "forbidden" })
  })
})
