import { beforeAll, expect, test } from "vitest"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import { writeAccounts } from "../commands/accounts.ts"
import { setOverride } from "../commands/overrides.ts"
import { rescoreChunk } from "../commands/rescore.ts"
import { inWorkspace } from "../in-workspace.ts"
import { accountsWithUsage, publishUsageModel } from "../testing/scored-book.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { accountRows } from "./accounts.ts"
import { publishedModels } from "./health.ts"
import { healthSpread } from "./health-spread.ts"

const day = "2026-11-16"
testDatabase()
let home: TestWorkspace

beforeAll(async () => {
  home = await testWorkspace()
  const { caller } = home
  await publishUsageModel(caller)
  const ids = await accountsWithUsage(caller, {
    usage: { low: 20, same: 20, middle: 60, high: 90, gone: 10 },
    day,
  })
  const drafts = [
    accountFields.parse({ externalId: "gone", name: "gone", lifecycleStage: "churned" }),
    accountFields.parse({ externalId: "silent", name: "silent" }),
  ]
  await inWorkspace(caller, async (tx) => {
    await writeAccounts(tx, caller, { accounts: drafts })
    const models = await publishedModels(tx, caller)
    await rescoreChunk(tx, caller, { models, day, after: null })
    await setOverride(tx, caller, {
      accountId: ids.get("high") ?? "",
      score: 33,
      reason: "We know better here",
      expiresAt: new Date("2026-12-01T00:00:00Z"),
      day,
    })
  })
})

const spread = (query: AccountsQuery = {}) =>
  inWorkspace(home.caller, (tx) => healthSpread(tx, home.caller, { query, today: day }))
const names = async (query: AccountsQuery) => {
  const asked = { query, position: null, today: day, currency: "USD" }
  const { rows } = await inWorkspace(home.caller, (tx) => accountRows(tx, home.caller, asked))
  return rows.map(({ name }) => name).toSorted()
}

test("every point has as many customers as the list of that range, judged ones where they are judged", async () => {
  const columns = await spread()
  const scored = columns.filter(({ value }) => value !== null)
  expect(scored.reduce((sum, { all }) => sum + all, 0)).toBe(4)
  expect(scored.find(({ value }) => value === 33)).toMatchObject({ all: 1, red: 1 })
  for (const { value, all, matching } of scored) {
    expect(matching).toBe(all)
    expect(await names({ health: `${value}..${value}`, lost: "hide" })).toHaveLength(all)
  }
  expect(columns.at(-1)).toMatchObject({ value: null, all: 1 })
})

test("the filters of the list mark, and take nothing away", async () => {
  const columns = await spread({ health: "30..40" })
  expect(columns.reduce((sum, { all }) => sum + all, 0)).toBe(5)
  expect(columns.filter(({ matching }) => matching > 0)).toMatchObject([{ value: 33, matching: 1 }])
  expect(await names({ health: "30..40" })).toEqual(["high"])
})

test("both ends of a range are within it, and an account without a score is in none", async () => {
  expect(await names({ health: "33..33" })).toEqual(["high"])
  expect(await names({ health: "34..100" })).not.toContain("high")
  expect(await names({ health: "0..100" })).not.toContain("silent")
})
