import { afterAll, beforeAll, expect, inject, test, vi } from "vitest"
import { accountsWithUsage, publishUsageModel, receiveUsage } from "#db/testing/scored-book.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { dayOf } from "#lib/format/instant.ts"
import { businessNow } from "#lib/platform/clock.ts"
import { DueScoring } from "./due-scoring.ts"

const { owner } = testDatabase()
const day = dayOf(businessNow(), "UTC")
let scorings: DueScoring[]
const own = vi.hoisted(() => new Set<string>())

// Other tests on the same database score their workspaces themselves.
vi.mock("#db/queries/workspaces.ts", async (original) => {
  const real = await original<typeof import("#db/queries/workspaces.ts")>()
  const jobWorkspaces: typeof real.jobWorkspaces = async (on) =>
    (await real.jobWorkspaces(on)).filter(({ workspaceId }) => own.has(workspaceId))
  return { ...real, jobWorkspaces }
})

async function ownWorkspace() {
  const home = await testWorkspace()
  own.add(home.workspaceId)
  return home
}

beforeAll(() => {
  // Two workers, as when the product runs twice on one database.
  scorings = [new DueScoring(inject("appUrl")), new DueScoring(inject("appUrl"))]
  for (const scoring of scorings) scoring.start()
})
afterAll(() => Promise.all(scorings.map((scoring) => scoring.stop())))

const scores = async ({ workspaceId }: TestWorkspace) => {
  const rows = await owner<{ value: number }[]>`
    select value from account_health where workspace_id = ${workspaceId} order by value`
  return rows.map((row) => row.value)
}

test("new readings are scored by themselves, in every workspace, and each once", async () => {
  const homes = [await ownWorkspace(), await ownWorkspace()]
  for (const home of homes) {
    await publishUsageModel(home.caller)
    const ids = await accountsWithUsage(home.caller, { usage: { one: 60, two: 80 }, day })
    await vi.waitFor(async () => expect(await scores(home)).toEqual([60, 80]), { timeout: 12_000 })
    await receiveUsage(home.caller, { ids, usage: { one: 30 }, day })
    await vi.waitFor(async () => expect(await scores(home)).toEqual([30, 80]), { timeout: 12_000 })
    const told = await owner<{ accounts: number }[]>`
      select (payload->>'accounts')::int as accounts from event
      where workspace_id = ${home.workspaceId} and type = 'health.rescored' order by seq`
    expect(told.map(({ accounts }) => accounts)).toEqual([2, 1])
  }
}, 40_000)

test("a mark that no notice told of is found by the sweep", async () => {
  const home = await ownWorkspace()
  await publishUsageModel(home.caller)
  const ids = await accountsWithUsage(home.caller, { usage: { one: 60 }, day })
  await vi.waitFor(async () => expect(await scores(home)).toEqual([60]), { timeout: 12_000 })
  await owner`update signal set value = 10 where workspace_id = ${home.workspaceId}`
  await owner`insert into rescore_due (workspace_id, account_id) values (${home.workspaceId}, ${ids.get("one")!})`
  await vi.waitFor(async () => expect(await scores(home)).toEqual([10]), { timeout: 12_000 })
}, 40_000)
