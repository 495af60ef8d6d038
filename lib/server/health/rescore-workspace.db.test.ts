import { beforeAll, describe, expect, test } from "vitest"
import { publishModel } from "#db/commands/health-models.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { accountsWithUsage, publishUsageModel, receiveUsage, usageModel } from "#db/testing/scored-book.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { rescoreWorkspace } from "./rescore-workspace.ts"

const day = "2026-11-16"
const { owner } = testDatabase()

describe("rescoring a workspace", () => {
  let home: TestWorkspace
  let ids: ReadonlyMap<string, string>

  beforeAll(async () => {
    home = await testWorkspace()
    await publishUsageModel(home.caller)
    ids = await accountsWithUsage(home.caller, { usage: { low: 20, middle: 60, high: 90 }, day })
  })

  const rescore = (caller = home.caller, on = day) => rescoreWorkspace(caller, { day: on })
  const events = async () =>
    owner`select payload from event where workspace_id = ${home.workspaceId} and type = 'health.rescored'`

  test("scores every account and stores parts that add up", async () => {
    const report = await rescore()
    expect(report).toMatchObject({ accounts: 3, written: 3, byBand: { red: 1, yellow: 1, green: 1 } })
    const sums = await owner<{ adds_up: boolean }[]>`
      select value = 50 + (select sum((part->>'points')::numeric) from jsonb_array_elements(score->'parts') part)
        + coalesce((score->'vetoPart'->>'points')::numeric, 0) as adds_up
      from health_score where workspace_id = ${home.workspaceId}`
    expect(sums.map((row) => row.adds_up)).toEqual([true, true, true])
    expect(await events()).toHaveLength(1)
  })

  test("again changes nothing and records nothing", async () => {
    const report = await rescore()
    expect(report).toMatchObject({ accounts: 3, written: 0 })
    expect(await events()).toHaveLength(1)
  })

  test("a later day gets its own row; the earlier one stays as it was", async () => {
    await receiveUsage(home.caller, { ids, usage: { low: 80 }, day: "2026-11-23" })
    const report = await rescore(home.caller, "2026-11-23")
    expect(report).toMatchObject({ written: 3, changedBand: 1 })
    const rows = await owner<{ day: string; value: number }[]>`
      select day::text, value from health_score
      where workspace_id = ${home.workspaceId} and account_id = ${ids.get("low") ?? ""} order by day`
    expect([...rows]).toEqual([
      { day, value: 20 },
      { day: "2026-11-23", value: 80 },
    ])
    const [newest] = await owner<{ value: number; week_ago_value: number; trend: string }[]>`
      select value, week_ago_value, trend from account_health
      where workspace_id = ${home.workspaceId} and account_id = ${ids.get("low") ?? ""}`
    expect({ ...newest }).toEqual({ value: 80, week_ago_value: 20, trend: "up" })
  })

  test("scoring an earlier day again does not take back the newest score", async () => {
    await rescore(home.caller, day)
    const [row] = await owner<{ day: string }[]>`
      select day::text from account_health where workspace_id = ${home.workspaceId} and account_id = ${ids.get("low") ?? ""}`
    expect(row?.day).toBe("2026-11-23")
  })

  test("a score of two weeks before is no score of a week ago", async () => {
    await receiveUsage(home.caller, { ids, usage: { low: 70 }, day: "2026-12-07" })
    await rescore(home.caller, "2026-12-07")
    const [newest] = await owner<{ value: number; week_ago_value: number | null }[]>`
      select value, week_ago_value from account_health
      where workspace_id = ${home.workspaceId} and account_id = ${ids.get("low") ?? ""}`
    expect({ ...newest }).toEqual({ value: 70, week_ago_value: null })
  })

  test("a reading that grew too old leaves the account without a score", async () => {
    const report = await rescore(home.caller, "2027-01-16")
    expect(report.byBand).toEqual({ red: 0, yellow: 0, green: 0, insufficient: 3 })
  })

  test("another workspace sees and scores none of them", async () => {
    const other = await testWorkspace()
    await publishUsageModel(other.caller)
    expect(await rescore(other.caller)).toMatchObject({ accounts: 0, written: 0 })
  })

  test("a role without the permission is refused", async () => {
    await expect(rescore(home.as("viewer"))).rejects.toMatchObject({ code: "forbidden" })
  })
})

describe("rescoring where only some accounts have a model", () => {
  let home: TestWorkspace
  const usage = Object.fromEntries(Array.from({ length: 260 }, (_, n) => [`account ${n}`, 60]))
  const newest = async () => {
    const [row] = await owner<{ count: number }[]>`
      select count(*)::int as count from account_health where workspace_id = ${home.workspaceId}`
    return row?.count
  }

  beforeAll(async () => {
    home = await testWorkspace()
    await accountsWithUsage(home.caller, { usage, day })
    await owner`
      update account set region = case when id = (select min(id::text)::uuid from account
        where workspace_id = ${home.workspaceId}) then 'North' else 'South' end
      where workspace_id = ${home.workspaceId}`
    const model = { ...usageModel(), segmentRule: [{ region: ["South"] }] }
    await inWorkspace(home.caller, (tx) => publishModel(tx, home.caller, { model, rank: 0, explanation: {} }))
  })

  test("an account without a model ends no run before its last chunk", async () => {
    expect(await rescoreWorkspace(home.caller, { day })).toMatchObject({ accounts: 259, written: 259 })
  })

  test("accounts that no model scores any more lose their newest score and keep their history", async () => {
    await owner`update account set region = 'North' where workspace_id = ${home.workspaceId}`
    await rescoreWorkspace(home.caller, { day: "2026-11-15" })
    expect(await newest()).toBe(259)
    const report = await rescoreWorkspace(home.caller, { day: "2026-11-17" })
    expect(report).toMatchObject({ accounts: 0, written: 0 })
    expect(await newest()).toBe(0)
    const [kept] = await owner<{ count: number }[]>`
      select count(*)::int as count from health_score where workspace_id = ${home.workspaceId}`
    expect(kept?.count).toBe(259)
  })
})
