import { beforeAll, describe, expect, test } from "vitest"
import { rescoreWorkspace } from "#lib/server/health/rescore-workspace.ts"
import { inWorkspace } from "../in-workspace.ts"
import { lastOverride } from "../queries/health.ts"
import { accountsWithUsage, publishUsageModel } from "../testing/scored-book.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { type SetOverride, setOverride } from "./overrides.ts"

const day = "2026-11-16"

describe("a person's own judgement", () => {
  const { owner } = testDatabase()
  let home: TestWorkspace
  let input: SetOverride

  beforeAll(async () => {
    home = await testWorkspace()
    await publishUsageModel(home.caller)
    const ids = await accountsWithUsage(home.caller, { usage: { one: 80 }, day })
    await rescoreWorkspace(home.caller, { day })
    input = {
      accountId: ids.get("one") ?? "",
      score: 40,
      reason: "The sponsor told us they are leaving",
      expiresAt: new Date("2026-12-16T00:00:00Z"),
      day,
    }
  })

  const set = (caller = home.caller, over: Partial<SetOverride> = {}) =>
    inWorkspace(caller, (tx) => setOverride(tx, caller, { ...input, ...over }))
  const stored = () => owner`select * from health_override where workspace_id = ${home.workspaceId}`

  test("is refused with the reason, and nothing is written", async () => {
    expect(await set(home.caller, { reason: "no" })).toMatchObject({ ok: false, reason: "reason_too_short" })
    expect(await set(home.caller, { expiresAt: new Date("2027-12-16") })).toMatchObject({
      ok: false,
      reason: "expiry_too_far",
    })
    expect(await stored()).toHaveLength(0)
  })

  test("is kept with author, reason and expiry, and told as an event", async () => {
    expect(await set()).toMatchObject({ ok: true, value: { value: 40, author: "Test admin" } })
    const events = await owner`
      select actor_name from event where workspace_id = ${home.workspaceId} and type = 'health.override_set'`
    expect(events).toHaveLength(1)
  })

  test("a newer one takes the place of the one in force", async () => {
    await set(home.as("csm"), { score: 60 })
    const override = await inWorkspace(home.caller, (tx) => lastOverride(tx, home.caller, input.accountId))
    expect(override).toMatchObject({ value: 60, author: "Test csm" })
    const open = await owner`
      select 1 from health_override where workspace_id = ${home.workspaceId} and ended_at is null`
    expect(open).toHaveLength(1)
  })

  test("an account of another workspace is as unknown as one that does not exist", async () => {
    const other = await testWorkspace()
    const foreign = await set(other.caller).catch((error: unknown) => error)
    const unknown = await set(other.caller, { accountId: crypto.randomUUID() }).catch(
      (error: unknown) => error,
    )
    expect(foreign).toMatchObject({ code: "not_found" })
    expect((foreign as Error).message).toBe((unknown as Error).message)
  })

  test("a viewer may not", async () => {
    await expect(set(home.as("viewer"))).rejects.toMatchObject({ code: "forbidden" })
  })
})
