import { beforeAll, expect, test } from "vitest"
import { setOverride } from "../commands/overrides.ts"
import { rescoreChunk } from "../commands/rescore.ts"
import { inWorkspace } from "../in-workspace.ts"
import { accountsWithUsage, publishUsageModel, receiveUsage } from "../testing/scored-book.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { accountRows } from "./accounts.ts"
import { publishedModels } from "./health.ts"
import { weeklyScores } from "./weekly-scores.ts"

const days = ["2026-11-02", "2026-11-09", "2026-11-16"]
testDatabase()
let home: TestWorkspace
let ids: ReadonlyMap<string, string>

const judge = (name: string, score: number, at: string, until: string) => {
  const caller = { ...home.caller, now: new Date(at) }
  const judgement = { score, reason: "We know better here", expiresAt: new Date(until), day: at.slice(0, 10) }
  return inWorkspace(caller, (tx) =>
    setOverride(tx, caller, { accountId: ids.get(name) ?? "", ...judgement }),
  )
}

beforeAll(async () => {
  home = await testWorkspace()
  const { caller } = home
  await publishUsageModel(caller)
  const usage = { judged: 60, past: 60, replaced: 60, plain: 60 }
  ids = await accountsWithUsage(caller, { usage, day: days[0]! })
  for (const day of days.slice(1)) await receiveUsage(caller, { ids, usage, day })
  await inWorkspace(caller, async (tx) => {
    const models = await publishedModels(tx, caller)
    for (const day of days) await rescoreChunk(tx, caller, { models, day, after: null })
  })
  await judge("judged", 20, "2026-11-16T08:00:00Z", "2026-12-01T00:00:00Z")
  await judge("past", 30, "2026-11-08T08:00:00Z", "2026-11-12T00:00:00Z")
  await judge("replaced", 30, "2026-11-07T08:00:00Z", "2026-11-30T00:00:00Z")
  await judge("replaced", 90, "2026-11-10T08:00:00Z", "2026-11-30T00:00:00Z")
})

const lines = (timeZone = "UTC") =>
  inWorkspace(home.caller, (tx) =>
    weeklyScores(tx, home.caller, { accountIds: [...ids.values()], days, timeZone }),
  )

test("a week shows the judgement while it counted, and the computed score before and after", async () => {
  const told = await lines()
  const of = (name: string) =>
    told.get(ids.get(name) ?? "")?.map(({ value, isJudged }) => (isJudged ? `(${value})` : value))
  expect(of("plain")).toEqual([60, 60, 60])
  expect(of("judged")).toEqual([60, 60, "(20)"])
  expect(of("past")).toEqual([60, "(30)", 60])
  expect(of("replaced")).toEqual([60, "(30)", "(90)"])
})

test("every line ends with the number that the list shows beside it", async () => {
  const told = await lines("Pacific/Auckland")
  const asked = { query: {}, position: null, today: days[2]!, currency: "USD" }
  const { rows } = await inWorkspace(home.caller, (tx) => accountRows(tx, home.caller, asked))
  expect(rows).toHaveLength(4)
  for (const { id, health, isJudged } of rows)
    expect(told.get(id)?.at(-1)).toEqual({ value: health, isJudged })
})
