import { describe, expect, test } from "vitest"
import { inWorkspace } from "../in-workspace.ts"
import { publishedModels } from "../queries/health.ts"
import { accountsWithUsage, publishUsageModel, usageModel } from "../testing/scored-book.ts"
import { testDatabase, testWorkspace } from "../testing/workspace.ts"
import { ensureStarterModel, publishModel } from "./health-models.ts"

const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`account ${i}`, i]))

describe("health models", () => {
  testDatabase()

  test("a starter model is proposed from what was imported, once", async () => {
    const { caller } = await testWorkspace()
    await accountsWithUsage(caller, { usage: many, day: "2026-11-16" })
    const first = await ensureStarterModel(caller)
    expect(first).toMatchObject({ created: true, version: 1, measures: 1 })
    expect(first.proposal?.explanations[0]).toMatchObject({ label: "Usage", direction: "higher" })
    expect(await ensureStarterModel(caller)).toMatchObject({ created: false, name: "Starter model" })
  })

  test("without any measure there is nothing to propose", async () => {
    const { caller } = await testWorkspace()
    expect(await ensureStarterModel(caller)).toMatchObject({ created: false, measures: 0 })
  })

  test("a new version retires the one in force; an old number is a conflict", async () => {
    const { caller } = await testWorkspace()
    await publishUsageModel(caller, 1)
    await publishUsageModel(caller, 2)
    const models = await inWorkspace(caller, (tx) => publishedModels(tx, caller))
    expect(models.map(({ version }) => version)).toEqual([2])
    await expect(publishUsageModel(caller, 2)).rejects.toMatchObject({ code: "conflict" })
  })

  test("another workspace has none of it, and a CSM may not publish", async () => {
    const { caller, as } = await testWorkspace()
    await publishUsageModel(caller)
    const other = await testWorkspace()
    expect(await inWorkspace(other.caller, (tx) => publishedModels(tx, other.caller))).toEqual([])
    const csm = as("csm")
    const attempt = inWorkspace(csm, (tx) => publishModel(tx, csm, { model: usageModel(9), explanation: {} }))
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" })
  })
})
