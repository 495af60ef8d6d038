import { expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { inWorkspace } from "../in-workspace.ts"
import { testWorkspace } from "../testing/workspace.ts"
import { type SourceDraft, setSourceTerms, writeSources } from "./sources.ts"

const desk: SourceDraft = {
  key: "desk",
  name: "Help desk",
  kind: "support",
  completeTo: "2026-11-01",
  lastError: null,
}
const write = (caller: Caller, ...sources: SourceDraft[]) =>
  inWorkspace(caller, (tx) => writeSources(tx, caller, { sources }))

test("a source keeps its number; only a difference is written", async () => {
  const { caller } = await testWorkspace()
  const first = await write(caller, desk)
  expect(first.written).toBe(1)
  expect(await write(caller, desk)).toEqual({ ids: first.ids, written: 0 })
  expect(await write(caller, { ...desk, lastError: "401" })).toEqual({ ids: first.ids, written: 1 })
})

test("a viewer may not write sources, and workspaces do not share them", async () => {
  const { as, caller } = await testWorkspace()
  await expect(write(as("viewer"), desk)).rejects.toMatchObject({ code: "forbidden" })
  const { ids } = await write(caller, desk)
  const other = await testWorkspace()
  expect((await write(other.caller, desk)).ids.get("desk")).not.toBe(ids.get("desk"))
})

test("terms are set by who saw those that are stored", async () => {
  const { caller } = await testWorkspace()
  await write(caller, desk)
  const set = (promiseHours: number, seen: number | null) =>
    inWorkspace(caller, (tx) =>
      setSourceTerms(tx, caller, {
        source: "desk",
        promiseHours,
        ownerId: null,
        seen: { promiseHours: seen, ownerId: null },
      }),
    )
  expect((await set(24, null)).ok).toBe(true)
  expect(await set(48, null)).toMatchObject({ ok: false, reason: "changed_meanwhile" })
  expect((await set(48, 24)).ok).toBe(true)
})
