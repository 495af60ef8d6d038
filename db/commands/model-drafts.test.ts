import { expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import type { ModelDraft } from "#lib/health/model-draft.ts"
import { newId } from "#lib/platform/new-id.ts"
import { inWorkspace } from "../in-workspace.ts"
import { publishedModels } from "../queries/health.ts"
import { modelDraftById, modelVersions, previewChunk } from "../queries/model-preview.ts"
import { accountsWithUsage, publishUsageModel } from "../testing/scored-book.ts"
import { testDatabase, testWorkspace } from "../testing/workspace.ts"
import { publishDraft, saveModelDraft } from "./model-drafts.ts"

const { owner } = testDatabase()
const day = "2026-11-16"

const draftWith = (redUpTo: number): ModelDraft => ({
  bands: { redUpTo, yellowUpTo: 75 },
  minimumCoverage: 0.5,
  groups: [{ key: "product", weight: 100 }],
  measures: [{ key: "usage", weight: 100, veto: null }],
})

async function arranged() {
  const world = await testWorkspace()
  const { caller } = world
  await accountsWithUsage(caller, { usage: { low: 45, edge: 50, mid: 60 }, day })
  await publishUsageModel(caller, 1)
  return {
    ...world,
    published: async () => (await inWorkspace(caller, (tx) => publishedModels(tx, caller)))[0]!,
  }
}

const save = (by: Caller, modelId: string, redUpTo: number) =>
  inWorkspace(by, (tx) => saveModelDraft(tx, by, { modelId, draft: draftWith(redUpTo) }))
const publish = (by: Caller, draftId: string) =>
  inWorkspace(by, (tx) => publishDraft(tx, by, { draftId, reason: "Red came too late" }))
const idOf = (outcome: Awaited<ReturnType<typeof save>>) => {
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.draftId
}

test("the preview of a draft names exactly who changes band when it is published", async () => {
  const { caller, published } = await arranged()
  const before = await published()
  const draftId = idOf(await save(caller, before.id, 55))
  const draft = await inWorkspace(caller, (tx) => modelDraftById(tx, caller, { draftId }))
  const asked = { models: [before], published: before, draft: draft!.model, day, after: null }
  expect((await inWorkspace(caller, (tx) => previewChunk(tx, caller, asked))).moves).toEqual([])
  const lower = idOf(await save(caller, before.id, 44))
  const second = await inWorkspace(caller, (tx) => modelDraftById(tx, caller, { draftId: lower }))
  const { scored, moves } = await inWorkspace(caller, (tx) =>
    previewChunk(tx, caller, { ...asked, draft: second!.model }),
  )
  expect(scored).toBe(3)
  expect(new Set(moves.map(({ name, from, to }) => `${name}: ${from.band}, ${to.band}`))).toEqual(
    new Set(["edge: red, yellow", "low: red, yellow"]),
  )
})

test("a published draft is the next version, tells what changed and leaves every account due", async () => {
  const { caller, published } = await arranged()
  const draftId = idOf(await save(caller, (await published()).id, 44))
  expect(await publish(caller, draftId)).toEqual({ ok: true, value: { version: 2 } })
  expect(await published()).toMatchObject({ id: draftId, version: 2, bands: { redUpTo: 44 } })
  const versions = await inWorkspace(caller, (tx) => modelVersions(tx, caller))
  expect(versions.map(({ version, state, reason }) => [version, state, reason])).toEqual([
    [2, "published", "Red came too late"],
    [1, "retired", null],
  ])
  const [due] = await owner`
    select count(*)::int as accounts from rescore_due where workspace_id = ${caller.workspaceId}`
  expect(due?.accounts).toBe(3)
  const [told] = await owner`
    select payload from event where workspace_id = ${caller.workspaceId} and type = 'health.model_published'
    order by seq desc limit 1`
  expect(told?.payload).toMatchObject({ changes: [{ field: "Act now up to", before: 50, after: 44 }] })
})

test("a draft that another one replaced, and one of a version that is retired, cannot be published", async () => {
  const { caller, published } = await arranged()
  const first = await published()
  const old = idOf(await save(caller, first.id, 44))
  const newer = idOf(await save(caller, first.id, 43))
  expect(await publish(caller, old)).toMatchObject({ reason: "replaced" })
  await publishUsageModel(caller, 2)
  expect(await publish(caller, newer)).toMatchObject({ reason: "replaced" })
  expect(await save(caller, first.id, 42)).toMatchObject({ reason: "replaced" })
  expect(await save(caller, (await published()).id, 50)).toMatchObject({ reason: "unchanged" })
})

test("another role may not, and another workspace finds nothing", async () => {
  const { caller, as, published } = await arranged()
  const { id } = await published()
  const draftId = idOf(await save(caller, id, 44))
  const csm = as("csm")
  await expect(save(csm, id, 44)).rejects.toMatchObject({ code: "forbidden" })
  await expect(publish(csm, draftId)).rejects.toMatchObject({ code: "forbidden" })
  const other = (await testWorkspace()).caller
  expect(await save(other, id, 44)).toMatchObject({ reason: "replaced" })
  expect(await publish(other, draftId)).toMatchObject({ reason: "replaced" })
  expect(await inWorkspace(other, (tx) => modelDraftById(tx, other, { draftId: newId() }))).toBeNull()
})
