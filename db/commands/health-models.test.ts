import { describe, expect, test } from "vitest"
import { inWorkspace } from "../in-workspace.ts"
import { publishedModels } from "../queries/health.ts"
import { publishUsageModel, usageModel } from "../testing/scored-book.ts"
import { testDatabase, testWorkspace } from "../testing/workspace.ts"
import { publishModel } from "./health-models.ts"

describe("health models", () => {
  testDatabase()

  test("a new version retires the one in force; an old number is a conflict", async () => {
    const { caller } = await testWorkspace()
    await publishUsageModel(caller, 1)
    await publishUsageModel(caller, 2)
    const models = await inWorkspace(caller, (tx) => publishedModels(tx, caller))
    expect(models.map(({ version }) => version)).toEqual([2])
    await expect(publishUsageModel(caller, 2)).rejects.toMatchObject({ code: "conflict" })
  })

  test("the lowest rank is tried first, of equal ones the model that was made first", async () => {
    const { caller } = await testWorkspace()
    for (const [name, rank] of [
      ["zeta", 1],
      ["Alpha", 1],
      ["omega", 0],
    ] as const)
      await inWorkspace(caller, (tx) =>
        publishModel(tx, caller, { model: { ...usageModel(), name }, rank, explanation: {} }),
      )
    const models = await inWorkspace(caller, (tx) => publishedModels(tx, caller))
    expect(models.map(({ name }) => name)).toEqual(["omega", "zeta", "Alpha"])
  })

  test("another workspace has none of it, and a CSM may not publish", async () => {
    const { caller, as } = await testWorkspace()
    await publishUsageModel(caller)
    const other = await testWorkspace()
    expect(await inWorkspace(other.caller, (tx) => publishedModels(tx, other.caller))).toEqual([])
    const csm = as("csm")
    const attempt = inWorkspace(csm, (tx) =>
      publishModel(tx, csm, { model: usageModel(9), rank: 0, explanation: {} }),
    )
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" })
  })
})
