import { expect, test } from "vitest"
import { writeAccounts } from "#db/commands/accounts.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { accountRows } from "#db/queries/accounts.ts"
import { weeklyScores } from "#db/queries/weekly-scores.ts"
import { accountsWithUsage, publishUsageModel } from "#db/testing/scored-book.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { rescoreWorkspace } from "#lib/server/health/rescore-workspace.ts"
import { accountsCsv } from "./accounts-csv.ts"

testDatabase()

const dayNow = (caller: Caller) => caller.now.toISOString().slice(0, 10)

async function fileOf(caller: Caller, query: AccountsQuery, shown: readonly string[]): Promise<string[]> {
  const place = { today: dayNow(caller), currency: "USD", timeZone: "UTC" }
  const asked = { query, shown, ...place, reasonWords: () => "a reason" }
  let text = ""
  for await (const piece of accountsCsv(caller, asked)) text += piece
  return text.replace("\ufeff", "").trim().split("\r\n")
}

test("the file holds every matching row once, in the order of the list, whatever the number of pages", async () => {
  const { caller } = await testWorkspace()
  const accounts = Array.from({ length: 1_203 }, (_, place) =>
    accountFields.parse({
      externalId: `x${place}`,
      name: `Account ${place}`,
      segment: place % 3 === 0 ? "SMB" : "Enterprise",
    }),
  )
  for (let from = 0; from < accounts.length; from += 401)
    await inWorkspace(caller, (tx) =>
      writeAccounts(tx, caller, { accounts: accounts.slice(from, from + 401) }),
    )
  const [head, ...rows] = await fileOf(caller, { sort: "name" }, ["name"])
  expect(head).toBe("Account,Account id")
  expect(rows).toEqual(accounts.map((_, place) => `Account ${place},x${place}`))
  const small = await fileOf(caller, { sort: "-name", segment: "SMB" }, ["name", "segment"])
  expect(small).toHaveLength(1 + 401)
  expect(small[1]).toBe("Account 1200,x1200,SMB")
})

test("numbers are those of the screen, and no name is taken for a formula", async () => {
  const { caller } = await testWorkspace()
  const day = dayNow(caller)
  const usage = { "=1+1": 38, Halden: 90 }
  await publishUsageModel(caller)
  const ids = await accountsWithUsage(caller, { usage, day: addDays(day, -8) })
  await rescoreWorkspace(caller, { day: addDays(day, -7) })
  await rescoreWorkspace(caller, { day })
  const [, sly, halden] = await fileOf(caller, { sort: "health" }, [
    "name",
    "health",
    "weeks",
    "exposure",
    "arr",
  ])
  expect(sly).toMatch(/^'=1\+1,'=1\+1,38,Act now,no,100,/)
  expect(halden).toMatch(/^Halden,Halden,90,Good,no,100,– .* 90 90,,$/)
  const { rows } = await inWorkspace(caller, (tx) =>
    accountRows(tx, caller, { query: { sort: "health" }, position: null, today: day, currency: "USD" }),
  )
  expect(rows.map(({ health }) => health)).toEqual([38, 90])

  const days = [addDays(day, -14), addDays(day, -7), day]
  const id = ids.get("Halden") ?? ""
  const scores = await inWorkspace(caller, (tx) =>
    weeklyScores(tx, caller, { accountIds: [id], days, timeZone: "UTC" }),
  )
  expect(scores.get(id)?.map(({ value }) => value)).toEqual([null, 90, 90])
  const { caller: stranger } = await testWorkspace()
  const none = await inWorkspace(stranger, (tx) =>
    weeklyScores(tx, stranger, { accountIds: [id], days, timeZone: "UTC" }),
  )
  expect(none.get(id)?.map(({ value }) => value)).toEqual([null, null, null])
})
