import { expect, test } from "vitest"
import { inWorkspace } from "#db/in-workspace.ts"
import { accountsWithUsage, publishUsageModel, receiveUsage } from "#db/testing/scored-book.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { spansOf } from "#lib/period/spans.ts"
import { rescoreWorkspace } from "#lib/server/health/rescore-workspace.ts"
import { accountsCsv } from "./accounts-csv.ts"
import { scoreChanges } from "./score-changes.ts"

testDatabase()

test("a change is that of the period, and the file of the list has the same one", async () => {
  const { caller } = await testWorkspace()
  const today = caller.now.toISOString().slice(0, 10)
  const ago = (days: number) => addDays(today, -days)
  await publishUsageModel(caller)
  const ids = await accountsWithUsage(caller, { usage: { Halden: 40 }, day: ago(15) })
  await rescoreWorkspace(caller, { day: ago(14) })
  await receiveUsage(caller, { ids, usage: { Halden: 70 }, day: ago(8) })
  await rescoreWorkspace(caller, { day: ago(7) })
  await receiveUsage(caller, { ids, usage: { Halden: 90 }, day: ago(1) })
  // The newest scores are of yesterday: they stand for today.
  await rescoreWorkspace(caller, { day: ago(1) })

  const id = ids.get("Halden") ?? ""
  const query = { period: `${ago(6)}..${today}`, cmp: "prev" } as const
  const asked = { accountIds: [id], scoredOn: ago(1) }
  const changes = (spans: ReturnType<typeof spansOf>) =>
    inWorkspace(caller, (tx) => scoreChanges(tx, caller, { ...asked, spans }))
  expect((await changes(spansOf(query, today))).get(id)).toEqual({ change: 20, before: 30 })
  expect((await changes(spansOf({ period: "12m" }, today))).get(id)).toEqual({ change: null, before: null })
  expect((await changes(null)).size).toBe(0)

  await rescoreWorkspace(caller, { day: today })
  let file = ""
  const place = { today, currency: "USD", timeZone: "UTC", reasonWords: () => "" }
  for await (const piece of accountsCsv(caller, { query, shown: ["change"], ...place })) file += piece
  const [head, row] = file.replace("\ufeff", "").trim().split("\r\n")
  expect(head).toMatch(/^Change in .* \(points\)$/)
  expect(row).toBe("20")
})
