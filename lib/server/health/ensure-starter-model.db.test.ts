import { describe, expect, test } from "vitest"
import { inWorkspace } from "#db/in-workspace.ts"
import { publishedModels } from "#db/queries/health.ts"
import { accountsWithUsage } from "#db/testing/scored-book.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { ensureStarterModel } from "./ensure-starter-model.ts"
import { observeColumns } from "./observe-columns.ts"

const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`account ${i}`, i]))

describe("a starter model", () => {
  const { owner } = testDatabase()

  test("a starter model is proposed from what was imported, once", async () => {
    const { caller } = await testWorkspace()
    await accountsWithUsage(caller, { usage: many, day: "2026-11-16" })
    const first = await ensureStarterModel(caller)
    expect(first).toMatchObject({ created: true, version: 1, measures: 1 })
    expect(first.proposal?.explanations[0]).toMatchObject({ label: "Usage", direction: "higher" })
    expect(await ensureStarterModel(caller)).toMatchObject({ created: false, name: "Starter model" })
  })

  test("one of which no measure is left is renewed from the next values", async () => {
    const { caller, workspaceId } = await testWorkspace()
    await accountsWithUsage(caller, { usage: many, day: "2026-11-16" })
    await ensureStarterModel(caller)
    await owner`update measure set key = 'logins', label = 'Logins' where workspace_id = ${workspaceId}`
    expect(await ensureStarterModel(caller)).toMatchObject({ created: true, version: 2, measures: 1 })
    const models = await inWorkspace(caller, (tx) => publishedModels(tx, caller))
    expect(models.map(({ measures }) => measures.map(({ key }) => key))).toEqual([["logins"]])
    expect(await ensureStarterModel(caller)).toMatchObject({ created: false, version: 2 })
    await owner`delete from signal where workspace_id = ${workspaceId}`
    await owner`delete from measure where workspace_id = ${workspaceId}`
    expect(await ensureStarterModel(caller)).toMatchObject({ created: false, version: 2 })
  })

  test("without any measure there is nothing to propose", async () => {
    const { caller } = await testWorkspace()
    expect(await ensureStarterModel(caller)).toMatchObject({ created: false, measures: 0 })
  })

  test("of two that propose one at the same time, the second finds the first one's", async () => {
    const { caller } = await testWorkspace()
    await accountsWithUsage(caller, { usage: many, day: "2026-11-16" })
    const reports = await Promise.all([ensureStarterModel(caller), ensureStarterModel(caller)])
    expect(reports.filter(({ created }) => created)).toHaveLength(1)
    expect(reports.map(({ name }) => name)).toEqual(["Starter model", "Starter model"])
    expect(await inWorkspace(caller, (tx) => publishedModels(tx, caller))).toHaveLength(1)
  })

  test("values and what is missing come from one sample, which is not the accounts that came first", async () => {
    const { caller } = await testWorkspace()
    await accountsWithUsage(caller, { usage: many, day: "2026-11-16" })
    const [usage] = (await observeColumns(caller, { most: 20 })).columns
    expect(usage).toMatchObject({ n: 20, missing: 0, distinct: 20 })
    expect(usage?.quantiles?.p95).toBeGreaterThan(20)
    expect((await observeColumns(caller, { most: 20 })).columns[0]).toEqual(usage)
  })
})
