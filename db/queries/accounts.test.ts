import { beforeAll, describe, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import { effectiveHealth } from "#lib/health/effective-health.ts"
import { writeAccounts } from "../commands/accounts.ts"
import { setOverride } from "../commands/overrides.ts"
import { rescoreChunk } from "../commands/rescore.ts"
import { inWorkspace } from "../in-workspace.ts"
import { accountsWithUsage, publishUsageModel, usageModel } from "../testing/scored-book.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { accountByReference, accountRows, type ReferenceKind } from "./accounts.ts"
import { lastOverride, publishedModels, scoreOn } from "./health.ts"
import { accountTotals } from "./list-totals.ts"

const day = "2026-11-16"
const { owner } = testDatabase()
const uuid = "0190f0a0-1111-7000-8000-000000000001"

describe("the account that a text names", () => {
  let home: TestWorkspace

  beforeAll(async () => {
    home = await testWorkspace()
    const drafts = [
      { externalId: uuid, name: uuid },
      { externalId: "42", name: "The answer" },
      { externalId: "other", name: "42" },
    ].map((draft) => accountFields.parse(draft))
    await inWorkspace(home.caller, (tx) => writeAccounts(tx, home.caller, { accounts: drafts }))
  })

  const named = async (reference: string, kind: ReferenceKind, caller: Caller = home.caller) =>
    (await inWorkspace(caller, (tx) => accountByReference(tx, caller, { reference, kind, today: day })))
      ?.externalId

  test("an external id that is a uuid is found by page and API", async () => {
    expect(await named(uuid, "address")).toBe(uuid)
    expect(await named(uuid, "customer_id")).toBe(uuid)
  })

  test("an address goes by slug first, a customer id never", async () => {
    expect(await named("42", "address")).toBe("other")
    expect(await named("42", "customer_id")).toBe("42")
    expect(await named("the-answer", "customer_id")).toBeUndefined()
  })

  test("a NUL, or an account of another workspace, names nothing", async () => {
    const other = await testWorkspace()
    expect(await named("4\u00002", "address")).toBeUndefined()
    expect(await named("42", "customer_id", other.caller)).toBeUndefined()
  })
})

describe("the list goes by the judgement that is in force", () => {
  let home: TestWorkspace
  const usage = { low: 20, middle: 60, high: 90, plain: 55 }

  beforeAll(async () => {
    home = await testWorkspace()
    await publishUsageModel(home.caller)
    const ids = await accountsWithUsage(home.caller, { usage, day })
    await inWorkspace(home.caller, async (tx) => {
      const models = await publishedModels(tx, home.caller)
      await rescoreChunk(tx, home.caller, { models, day, after: null })
    })
    const judge = (name: string, score: number, expiresAt: string, now = home.caller.now) => {
      const caller = { ...home.caller, now }
      return inWorkspace(caller, (tx) =>
        setOverride(tx, caller, {
          accountId: ids.get(name) ?? "",
          score,
          reason: "We know better here",
          expiresAt: new Date(expiresAt),
          day,
        }),
      )
    }
    await judge("low", 80, "2026-12-01T00:00:00Z")
    await judge("high", 30, "2026-12-01T00:00:00Z")
    await judge("middle", 10, "2026-11-16T08:00:00Z", new Date("2026-11-10T08:00:00Z"))
  })

  const rows = async (query: AccountsQuery = {}) => {
    const asked = { query, position: null, today: day, currency: "USD" }
    return (await inWorkspace(home.caller, (tx) => accountRows(tx, home.caller, asked))).rows
  }

  test("value and band are those of effectiveHealth, for every account", async () => {
    const listed = await rows({ sort: "health" })
    expect(listed).toHaveLength(4)
    for (const row of listed) {
      const effective = await inWorkspace(home.caller, async (tx) => {
        const computed = (await scoreOn(tx, home.caller, { accountId: row.id, day }))!.score
        const override = await lastOverride(tx, home.caller, row.id)
        return effectiveHealth({ computed, override, asOf: home.caller.now })
      })
      const { health, band, isJudged } = row
      expect({ health, band, isJudged }, row.name).toEqual({
        health: effective.value,
        band: effective.band,
        isJudged: effective.from === "override",
      })
    }
    expect(listed.map(({ name, isJudged }) => [name, isJudged])).toEqual([
      ["high", true],
      ["plain", false],
      ["middle", false],
      ["low", true],
    ])
  })

  test("totals count what the list shows", async () => {
    const totals = await inWorkspace(home.caller, (tx) =>
      accountTotals(tx, home.caller, { query: {}, position: null, today: day }),
    )
    expect(totals).toMatchObject({ all: 4, matching: 4, needAttention: 1, withoutScore: 0 })
    const red = await rows({ band: "red" })
    expect(red.map(({ name }) => name)).toEqual(["high"])
  })

  test("the last contact is a day of the workspace, not of the database", async () => {
    await owner`update workspace set time_zone = 'Pacific/Auckland' where id = ${home.workspaceId}`
    const [account] = await rows()
    await owner`
      insert into touchpoint (workspace_id, id, account_id, external_id, type, happened_at)
      values (${home.workspaceId}, gen_random_uuid(), ${account?.id ?? ""}, 'late', 'call', '2026-11-14T20:00:00Z')`
    const [again] = await rows()
    expect(again?.lastContactOn).toBe("2026-11-15")
  })

  test("the model used here has the edges that the test relies on", () => {
    expect(usageModel().bands).toEqual({ redUpTo: 50, yellowUpTo: 75 })
  })
})

test("a pattern in the filter is text, not a pattern", async () => {
  const home = await testWorkspace()
  const drafts = ["100 % Organic", "100 Percent"].map((name) =>
    accountFields.parse({ externalId: name, name }),
  )
  await inWorkspace(home.caller, (tx) => writeAccounts(tx, home.caller, { accounts: drafts }))
  const found = await inWorkspace(home.caller, (tx) =>
    accountRows(tx, home.caller, { query: { q: "0 %" }, position: null, today: day, currency: "USD" }),
  )
  expect(found.rows.map(({ name }) => name)).toEqual(["100 % Organic"])
})
