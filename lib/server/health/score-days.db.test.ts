import { beforeAll, describe, expect, test } from "vitest"
import { inWorkspace } from "#db/in-workspace.ts"
import { scoreOn } from "#db/queries/health.ts"
import { accountsWithUsage, publishUsageModel, receiveUsage } from "#db/testing/scored-book.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { rescoreWorkspace } from "./rescore-workspace.ts"

const { owner } = testDatabase()
const first = "2026-10-28"
const days = Array.from({ length: 12 }, (_, n) => addDays(first, n))

describe("scores of days on which nothing changed", () => {
  let home: TestWorkspace
  let ids: ReadonlyMap<string, string>
  const accountId = () => ids.get("one") ?? ""
  const scoreAt = (day: string) =>
    inWorkspace(home.caller, (tx) => scoreOn(tx, home.caller, { accountId: accountId(), day }))
  const kept = async () =>
    owner<{ day: string; parts_on: string | null }[]>`
      select day::text, score->>'partsOn' as parts_on from health_score
      where workspace_id = ${home.workspaceId} and account_id = ${accountId()} order by day`

  beforeAll(async () => {
    home = await testWorkspace()
    await publishUsageModel(home.caller)
    ids = await accountsWithUsage(home.caller, { usage: { one: 60 }, day: first })
    for (const day of days) {
      if (day === "2026-11-05") await receiveUsage(home.caller, { ids, usage: { one: 80 }, day })
      await rescoreWorkspace(home.caller, { day })
    }
  })

  test("every day has its row; parts are kept when they change and at the begin of a month", async () => {
    const rows = await kept()
    expect(rows.map(({ day }) => day)).toEqual(days)
    expect(rows.filter((row) => row.parts_on === null).map(({ day }) => day)).toEqual([
      "2026-10-28",
      "2026-11-01",
      "2026-11-05",
    ])
  })

  test("every day is told with its own parts and ages", async () => {
    for (const [n, day] of days.entries()) {
      const { score } = (await scoreAt(day))!
      const isLater = day >= "2026-11-05"
      expect(score.asOf).toBe(day)
      expect(score.value).toBe(isLater ? 80 : 60)
      expect(50 + score.parts.reduce((sum, part) => sum + part.points, 0)).toBe(score.value)
      expect(score.parts[0]?.ageDays).toBe(isLater ? n - 8 : n)
    }
  })

  test("a past day that is scored again leaves the days that shared its parts as they were", async () => {
    await receiveUsage(home.caller, { ids, usage: { one: 20 }, day: "2026-11-01" })
    await rescoreWorkspace(home.caller, { day: "2026-11-01" })
    expect((await scoreAt("2026-11-01"))?.score.value).toBe(20)
    for (const day of ["2026-11-02", "2026-11-04"]) {
      const { score } = (await scoreAt(day))!
      expect(score.value).toBe(60)
      expect(score.parts[0]).toMatchObject({ raw: 60, points: 10, observedOn: first })
    }
  })

  test("a day long before the product finds its month made", async () => {
    expect(await rescoreWorkspace(home.caller, { day: "2019-05-05" })).toMatchObject({ written: 1 })
  })
})
