import { beforeEach, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import type { LoginId } from "#lib/id.ts"
import { newId } from "#lib/platform/new-id.ts"
import { builtInViews } from "#lib/views/built-in.ts"
import { mostViews, type SaveViewInput } from "#lib/views/schema.ts"
import { inWorkspace } from "../in-workspace.ts"
import { viewsOf } from "../queries/views.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { removeView, renameView, restoreView, rewriteView, saveView } from "./views.ts"

const { owner } = testDatabase()
const page = "/accounts"
let home: TestWorkspace
beforeEach(async () => {
  home = await testWorkspace()
})

/** Another person of the same workspace. */
const colleague = (role: Parameters<TestWorkspace["as"]>[0]): Caller => {
  const caller = home.as(role)
  return { ...caller, actor: { ...caller.actor, loginId: newId() as LoginId } }
}

const save = (caller: Caller, input: Partial<SaveViewInput> = {}) =>
  inWorkspace(caller, (tx) =>
    saveView(tx, caller, { page, scope: "personal", name: "Big ones", query: "sort=-arr", ...input }),
  )
const saved = async (caller: Caller, input: Partial<SaveViewInput> = {}): Promise<string> => {
  const outcome = await save(caller, input)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.viewId
}
const seen = async (caller: Caller) =>
  (await inWorkspace(caller, (tx) => viewsOf(tx, caller, { page })))
    .slice(builtInViews[page].length)
    .map(({ name, scope, query, mayChange }) => ({ name, scope, query, mayChange }))

test("a view is kept in its normal form, behind the built-in ones", async () => {
  await save(home.caller, { query: "sort=-arr&after=x&peek=y&band=red&nonsense=1&view=all" })
  const views = await inWorkspace(home.caller, (tx) => viewsOf(tx, home.caller, { page }))
  expect(views.slice(0, -1)).toEqual(builtInViews[page])
  expect(views.at(-1)).toMatchObject({ scope: "personal", name: "Big ones", query: "band=red&sort=-arr" })
})

test("a personal view is seen and changed by nobody else, a team view by all and by leads", async () => {
  const own = await saved(home.caller)
  const team = await saved(home.caller, { scope: "team", name: "Ours" })
  const [lead, csm] = [colleague("team_lead"), colleague("csm")]
  expect(await seen(csm)).toEqual([{ name: "Ours", scope: "team", query: "sort=-arr", mayChange: false }])
  expect(await seen(lead)).toMatchObject([{ name: "Ours", mayChange: true }])
  for (const caller of [lead, csm])
    expect(
      await inWorkspace(caller, (tx) => renameView(tx, caller, { viewId: own, name: "Taken over" })),
    ).toMatchObject({ ok: false, reason: "gone" })
  await expect(
    inWorkspace(csm, (tx) => renameView(tx, csm, { viewId: team, name: "Theirs" })),
  ).rejects.toThrow("view.write_team")
  await expect(save(csm, { scope: "team" })).rejects.toThrow("view.write_team")
  await inWorkspace(lead, (tx) => renameView(tx, lead, { viewId: team, name: "Everybody's" }))
  expect((await seen(csm)).map(({ name }) => name)).toEqual(["Everybody's"])
})

test("a view can be written anew, taken away and brought back, each told once", async () => {
  const viewId = await saved(home.caller)
  const { caller } = home
  await inWorkspace(caller, (tx) => rewriteView(tx, caller, { viewId, query: "band=red" }))
  await inWorkspace(caller, (tx) => removeView(tx, caller, { viewId }))
  expect(await seen(caller)).toEqual([])
  for (const [nth, command] of [removeView, restoreView, restoreView].entries())
    expect(await inWorkspace(caller, (tx) => command(tx, caller, { viewId }))).toMatchObject({ ok: nth > 0 })
  expect(await seen(caller)).toMatchObject([{ name: "Big ones", query: "band=red" }])
  const events = await owner`
    select type, payload->'accountIds' as accounts from event
    where workspace_id = ${home.workspaceId} and case_id = ${viewId} order by seq`
  expect(events.map(({ type }) => type)).toEqual([
    "view.saved",
    "view.rewritten",
    "view.removed",
    "view.restored",
  ])
  for (const { accounts } of events) expect(accounts).toEqual([])
})

test("a name is given once on each shelf, whatever its case; a removed view gives its name free", async () => {
  const viewId = await saved(home.caller)
  const { caller } = home
  for (const name of ["big ONES", "act now"])
    expect(await save(caller, { name })).toMatchObject({ ok: false, reason: "name_taken" })
  expect(await save(caller, { scope: "team" })).toMatchObject({ ok: true })
  expect(await save(colleague("csm"))).toMatchObject({ ok: true })
  expect(
    await inWorkspace(caller, (tx) => renameView(tx, caller, { viewId, name: "BIG ones" })),
  ).toMatchObject({ ok: true })
  await inWorkspace(caller, (tx) => removeView(tx, caller, { viewId }))
  expect(await save(caller)).toMatchObject({ ok: true })
  expect(await inWorkspace(caller, (tx) => restoreView(tx, caller, { viewId }))).toMatchObject({
    ok: false,
    reason: "name_taken",
  })
})

test("a shelf has room for so many", async () => {
  for (let nth = 0; nth < mostViews; nth++) await saved(home.caller, { name: `View ${nth}` })
  expect(await save(home.caller, { name: "One more" })).toMatchObject({ ok: false, reason: "too_many" })
  expect(await save(home.caller, { name: "One more", scope: "team" })).toMatchObject({ ok: true })
})

test("another workspace sees none of it", async () => {
  const viewId = await saved(home.caller, { scope: "team" })
  const other = await testWorkspace()
  expect(await seen(other.caller)).toEqual([])
  expect(await inWorkspace(other.caller, (tx) => removeView(tx, other.caller, { viewId }))).toMatchObject({
    ok: false,
    reason: "gone",
  })
})
