import { beforeEach, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { mostFrozenADay, mostFrozenCharacters } from "#lib/frozen/schema.ts"
import type { LoginId } from "#lib/id.ts"
import { newId } from "#lib/platform/new-id.ts"
import { inWorkspace } from "../in-workspace.ts"
import { frozenView } from "../queries/frozen-views.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { freezeView } from "./frozen-views.ts"

const { owner } = testDatabase()
const path = "/accounts"
let home: TestWorkspace
beforeEach(async () => {
  home = await testWorkspace()
})

const shown = {
  at: new Date("2026-11-22T10:15:00Z"),
  rows: [{ name: "Hal\u0000den", arrCents: 12 }],
  by: new Map([["a", 1]]),
}
const freeze = (caller: Caller, value: unknown = shown) =>
  inWorkspace(caller, (tx) => freezeView(tx, caller, { path, query: "band=red", shown: value }))
const kept = async (caller: Caller, value?: unknown): Promise<string> => {
  const outcome = await freeze(caller, value)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.id
}
const open = (caller: Caller, id: string, at = path) =>
  inWorkspace(caller, (tx) => frozenView(tx, caller, { id, path: at }))

test("what is kept is shown again as it was, to every role that sees accounts", async () => {
  const id = await kept(home.caller)
  const viewer = home.as("viewer")
  expect(await open(viewer, id)).toEqual({
    madeAt: home.caller.now,
    author: home.caller.actor.name,
    query: "band=red",
    // The database can keep no NUL.
    shown: { ...shown, rows: [{ name: "Hal\ufffdden", arrCents: 12 }] },
  })
})

test("another page, another workspace or a shape of before shows nothing", async () => {
  const id = await kept(home.caller)
  expect(await open(home.caller, id, "/accounts/halden")).toBeNull()
  const stranger = await testWorkspace()
  expect(await open(stranger.caller, id)).toBeNull()
  await owner`update frozen_view set format = 0 where id = ${id}`
  expect(await open(home.caller, id)).toBeNull()
})

test("keeping is a fact of the log, and only a person of the workspace keeps", async () => {
  const id = await kept(home.caller)
  const events =
    await owner`select type, payload from event where workspace_id = ${home.workspaceId} and case_id = ${id}`
  expect(events).toMatchObject([{ type: "view.frozen", payload: { page: path } }])
  const job: Caller = { ...home.caller, actor: { ...home.caller.actor, loginId: null } }
  await expect(freeze(job)).rejects.toThrow("signed-in person")
})

test("what is too much, or too often, is refused, and counts for one person", async () => {
  expect(await freeze(home.caller, "x".repeat(mostFrozenCharacters))).toMatchObject({ reason: "too_large" })
  await owner`insert into frozen_view (workspace_id, id, path, query, format, shown, login_id, author_name, made_at)
    select ${home.workspaceId}, gen_random_uuid(), '/accounts', '', 1, '{}', ${home.caller.actor.loginId}, 'x', ${home.caller.now}
    from generate_series(1, ${mostFrozenADay})`
  expect(await freeze(home.caller)).toMatchObject({ ok: false, reason: "too_many" })
  const other = home.as("csm")
  const colleague = { ...other, actor: { ...other.actor, loginId: newId() as LoginId } }
  expect(await freeze(colleague)).toMatchObject({ ok: true })
})
