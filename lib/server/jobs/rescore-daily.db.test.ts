import { expect, test } from "vitest"
import { accountsWithUsage, publishUsageModel } from "#db/testing/scored-book.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { dayOf } from "#lib/format/instant.ts"
import { businessNow } from "#lib/platform/clock.ts"
import { rescoreEach } from "./rescore-daily.ts"

const { owner } = testDatabase()
const progress = { beat: () => {}, signal: new AbortController().signal }

test("a workspace that fails stops none after it, and the job tells which one it was", async () => {
  const [broken, sound] = [await testWorkspace(), await testWorkspace()]
  for (const { caller } of [broken, sound]) {
    await publishUsageModel(caller)
    await accountsWithUsage(caller, { usage: { one: 60 }, day: dayOf(businessNow(), "UTC") })
  }
  await owner`update health_model set definition = '{}' where workspace_id = ${broken.workspaceId}`
  const workspaces = [broken, sound].map(({ workspaceId }) => ({ workspaceId, timeZone: "UTC" }))
  const failure = await rescoreEach(workspaces, progress).catch((error: unknown) => error)
  expect(failure).toMatchObject({
    message: "1 of 2 workspaces were not scored.",
    errors: [{ message: `Workspace ${broken.workspaceId} was not scored.` }],
  })
  const [row] = await owner<{ count: number }[]>`
    select count(*)::int as count from account_health where workspace_id = ${sound.workspaceId}`
  expect(row?.count).toBe(1)
})
