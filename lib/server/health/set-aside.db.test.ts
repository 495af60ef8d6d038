import { expect, test, vi } from "vitest"
import { inWorkspace } from "#db/in-workspace.ts"
import { dueScores } from "#db/queries/due-scores.ts"
import { accountsWithUsage, publishUsageModel, receiveUsage } from "#db/testing/scored-book.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { dayOf } from "#lib/format/instant.ts"
import { businessNow } from "#lib/platform/clock.ts"
import { scoreDue } from "./score-due.ts"

vi.mock("#lib/health/score.ts", async (original) => {
  const real = await original<typeof import("#lib/health/score.ts")>()
  return {
    ...real,
    scoreAccount: (given: Parameters<typeof real.scoreAccount>[0]) => {
      if (given.readings.some(({ value }) => value === 13)) throw new Error("Thirteen cannot be scored.")
      return real.scoreAccount(given)
    },
  }
})

const { owner } = testDatabase()
const day = dayOf(businessNow(), "UTC")

test("an account that cannot be scored is set aside with its error, and every other one is scored", async () => {
  const { workspaceId, caller } = await testWorkspace()
  const place = { workspaceId, timeZone: "UTC" }
  const untilNone = async () => {
    for (let turns = 0; turns < 60; turns++) if (!(await scoreDue(place)).remaining) return
    throw new Error("It never ends.")
  }
  const values = async () => {
    const rows = await owner<{ value: number }[]>`
      select value from account_health where workspace_id = ${workspaceId} order by value`
    return rows.map((row) => row.value)
  }
  const due = () => inWorkspace(caller, (tx) => dueScores(tx, caller))
  await publishUsageModel(caller)
  const usage = { one: 60, two: 13, three: 70, four: 80, five: 90 }
  const ids = await accountsWithUsage(caller, { usage, day })
  await untilNone()
  expect(await values()).toEqual([60, 70, 80, 90])
  expect(await due()).toMatchObject({
    waiting: 0,
    oldest: null,
    setAside: [{ accountId: ids.get("two"), name: "two", error: "Thirteen cannot be scored." }],
  })
  await receiveUsage(caller, { ids, usage: { two: 40 }, day })
  expect(await due()).toMatchObject({ waiting: 1, setAside: [] })
  await untilNone()
  expect(await values()).toEqual([40, 60, 70, 80, 90])
  expect(await due()).toMatchObject({ waiting: 0, setAside: [] })
})
