import { beforeAll, expect, test } from "vitest"
import { accountsQuery } from "#lib/accounts/list-query.ts"
import { inWorkspace } from "../in-workspace.ts"
import { accountsWithUsage, publishUsageModel } from "../testing/scored-book.ts"
import { type TestWorkspace, testWorkspace } from "../testing/workspace.ts"
import { accountBeside } from "./account-neighbours.ts"
import { accountRows } from "./accounts.ts"

const today = "2026-11-16"
let home: TestWorkspace
let slugs: string[]

beforeAll(async () => {
  home = await testWorkspace()
  await publishUsageModel(home.caller)
  await accountsWithUsage(home.caller, { usage: { one: 80, two: 20, three: 50 }, day: today })
  const query = accountsQuery.parse({})
  const { rows } = await inWorkspace(home.caller, (tx) =>
    accountRows(tx, home.caller, { query, position: null, today, currency: "USD" }),
  )
  slugs = rows.map(({ slug }) => slug)
})

const beside = (slug: string, direction: "after" | "before", caller = home.caller) =>
  inWorkspace(caller, (tx) => accountBeside(tx, caller, { slug, direction, today, currency: "USD" }))

test("walks the list from end to end and back", async () => {
  expect(slugs).toHaveLength(3)
  for (const [place, slug] of slugs.entries()) {
    expect(await beside(slug, "after")).toBe(slugs[place + 1] ?? null)
    expect(await beside(slug, "before")).toBe(slugs[place - 1] ?? null)
  }
})

test("an account of another workspace has nothing beside it", async () => {
  const other = await testWorkspace()
  expect(await beside(slugs[0]!, "after", other.caller)).toBeNull()
  expect(await beside("no-such-account", "after")).toBeNull()
})
