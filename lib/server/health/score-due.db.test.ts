import { beforeEach, describe, expect, test } from "vitest"
import { writeAccounts } from "#db/commands/accounts.ts"
import { markAllForRescore, rescoreDue } from "#db/commands/rescore-due.ts"
import { markForRescore } from "#db/commands/signals-due.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { accountsWithUsage, publishUsageModel, receiveUsage } from "#db/testing/scored-book.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { accountFields } from "#lib/accounts/schema.ts"

const { owner } = testDatabase()
const day = "2026-11-16"

describe("scoring of accounts with new readings", () => {
  let home: TestWorkspace
  let ids: ReadonlyMap<string, string>
  const usage = { low: 20, middle: 60, high: 90 }
  const due = async () => {
    const rows = await owner<{ account_id: string }[]>`
      select account_id from rescore_due where workspace_id = ${home.workspaceId}`
    return rows.map((row) => row.account_id)
  }
  const scoreDue = (caller = home.caller) => inWorkspace(caller, (tx) => rescoreDue(tx, caller, { day }))
  const shownValue = async (name: string) => {
    const [row] = await owner<{ value: number }[]>`
      select value from account_health where workspace_id = ${home.workspaceId} and account_id = ${ids.get(name) ?? ""}`
    return row?.value ?? null
  }

  beforeEach(async () => {
    home = await testWorkspace()
    await publishUsageModel(home.caller)
    ids = await accountsWithUsage(home.caller, { usage, day })
  })

  test("a reading marks its account, and the mark goes with the score", async () => {
    expect(await scoreDue()).toMatchObject({ taken: 3, written: 3, remaining: false })
    expect(await due()).toEqual([])
    await receiveUsage(home.caller, { ids, usage: { low: 70 }, day })
    expect(await due()).toEqual([ids.get("low")])
    expect(await scoreDue()).toMatchObject({ taken: 1, written: 1, remaining: false })
    expect(await shownValue("low")).toBe(70)
    expect(await scoreDue()).toMatchObject({ taken: 0, written: 0, remaining: false })
  })

  test("a crash before the end loses no mark", async () => {
    const crash = inWorkspace(home.caller, async (tx) => {
      await rescoreDue(tx, home.caller, { day })
      throw new Error("crashed")
    })
    await expect(crash).rejects.toThrow("crashed")
    expect(await due()).toHaveLength(3)
    expect(await shownValue("low")).toBeNull()
  })

  test("two at once share the work", async () => {
    const taken = await Promise.all([scoreDue(), scoreDue()])
    expect(taken.map((one) => one.taken).toSorted((a, b) => a - b)).toEqual([0, 3])
  })

  test("a reading that comes while its account is scored is scored afterwards", async () => {
    await scoreDue()
    await receiveUsage(home.caller, { ids, usage: { low: 30 }, day })
    let arrived: Promise<void> | undefined
    await inWorkspace(home.caller, async (tx) => {
      await rescoreDue(tx, home.caller, { day })
      arrived = receiveUsage(home.caller, { ids, usage: { low: 40 }, day })
      await new Promise((resolve) => setTimeout(resolve, 100))
    })
    await arrived
    expect(await due()).toEqual([ids.get("low")])
    await scoreDue()
    expect(await shownValue("low")).toBe(40)
  })

  test("an import that changes accounts and their readings meets the scoring of them", async () => {
    let scoring: Promise<{ taken: number }> | undefined
    await inWorkspace(home.caller, async (tx) => {
      const accounts = [accountFields.parse({ externalId: "low", name: "Lower" })]
      await writeAccounts(tx, home.caller, { accounts })
      scoring = scoreDue()
      await new Promise((resolve) => setTimeout(resolve, 300))
      await markForRescore(tx, home.caller, [ids.get("low") ?? ""])
    })
    expect(await scoring).toMatchObject({ taken: 3 })
  })

  test("one account does not wait behind a long import", async () => {
    const many = Object.fromEntries(Array.from({ length: 450 }, (_, n) => [`imported ${n}`, 60]))
    await accountsWithUsage(home.caller, { usage: many, day })
    await owner`update rescore_due set since = now() - interval '1 hour'
      where workspace_id = ${home.workspaceId} and account_id <> all (${[...ids.values()]}::uuid[])`
    await scoreDue()
    expect(await shownValue("low")).toBe(20)
    expect(await due()).not.toHaveLength(0)
  })

  test("all accounts can be marked, chunk by chunk", async () => {
    await scoreDue()
    const { next } = await inWorkspace(home.caller, (tx) =>
      markAllForRescore(tx, home.caller, { after: null }),
    )
    expect(next).toBeNull()
    expect(await due()).toHaveLength(3)
  })

  test("another workspace takes none of them, and a role without the permission is refused", async () => {
    const other = await testWorkspace()
    expect(await scoreDue(other.caller)).toMatchObject({ taken: 0, written: 0, remaining: false })
    expect(await due()).toHaveLength(3)
    await expect(scoreDue(home.as("viewer"))).rejects.toMatchObject({ code: "forbidden" })
  })
})
