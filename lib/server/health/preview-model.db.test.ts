import { expect, test } from "vitest"
import { saveModelDraft } from "#db/commands/model-drafts.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { publishedModels } from "#db/queries/health.ts"
import { accountsWithUsage, publishUsageModel } from "#db/testing/scored-book.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { newId } from "#lib/platform/new-id.ts"
import { isPreviewed, previewModel } from "./preview-model.ts"

testDatabase()
const day = "2026-11-16"

test("a preview goes through all accounts, the worse first, and proves itself for its draft and day alone", async () => {
  const { caller, as } = await testWorkspace()
  const usage = Object.fromEntries(Array.from({ length: 520 }, (_, place) => [`a${place}`, place % 101]))
  await accountsWithUsage(caller, { usage, day })
  await publishUsageModel(caller, 1)
  const [model] = await inWorkspace(caller, (tx) => publishedModels(tx, caller))
  const saved = await inWorkspace(caller, (tx) =>
    saveModelDraft(tx, caller, {
      modelId: model!.id,
      draft: {
        bands: { redUpTo: 40, yellowUpTo: 80 },
        minimumCoverage: 0.5,
        groups: [{ key: "product", weight: 100 }],
        measures: [{ key: "usage", weight: 100, veto: null }],
      },
    }),
  )
  if (!saved.ok) throw new Error(saved.reason)
  const { draftId } = saved.value
  const began = performance.now()
  const preview = await previewModel(caller, { draftId, day })
  expect(performance.now() - began).toBeLessThan(3_000)
  const values = Object.values(usage)
  const up = values.filter((value) => value > 40 && value <= 50).length
  const down = values.filter((value) => value > 75 && value <= 80).length
  expect(preview?.scored).toBe(520)
  expect(preview?.moves).toHaveLength(up + down)
  expect(preview?.moves.slice(0, down).every(({ to }) => to.band === "yellow")).toBe(true)
  const proof = preview?.proof ?? ""
  expect(isPreviewed(caller, { draftId, day, proof })).toBe(true)
  expect(isPreviewed(caller, { draftId: newId(), day, proof })).toBe(false)
  expect(isPreviewed(caller, { draftId, day: "2026-11-17", proof })).toBe(false)
  expect(isPreviewed((await testWorkspace()).caller, { draftId, day, proof })).toBe(false)
  expect(isPreviewed(caller, { draftId, day, proof: "" })).toBe(false)
  await expect(previewModel(as("csm"), { draftId, day })).rejects.toMatchObject({ code: "forbidden" })
})
