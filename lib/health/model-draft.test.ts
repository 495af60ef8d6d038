import { expect, test } from "vitest"
import { modelChanges } from "./model-changes.ts"
import { draftedModel, type ModelDraft } from "./model-draft.ts"
import { modelOf } from "./testing/model-of.ts"

const published = modelOf({ usage: { weight: 60 }, tickets: { weight: 40 } })

const draftOf = (changed: Partial<ModelDraft> = {}): ModelDraft => ({
  bands: published.bands,
  minimumCoverage: published.minimumCoverage,
  groups: published.groups.map(({ key, weight }) => ({ key, weight })),
  measures: published.measures.map(({ key, weight, veto }) => ({ key, weight, veto })),
  ...changed,
})

test("a draft is the next version with its changes, and keeps what the editor does not show", () => {
  const veto = { atOrBelowScore: 10, reason: "Nobody uses it" }
  const drafted = draftedModel(
    published,
    draftOf({
      bands: { redUpTo: 40, yellowUpTo: 70 },
      measures: [
        { key: "usage", weight: 50, veto },
        { key: "tickets", weight: 50, veto: null },
      ],
    }),
    "new",
  )
  if (!drafted.ok) throw new Error(drafted.reason)
  expect(drafted.value).toMatchObject({ id: "new", version: 2, name: "Model" })
  expect(drafted.value.measures[0]).toEqual({ ...published.measures[0], weight: 50, veto })
  expect(modelChanges(published, drafted.value)).toEqual([
    { field: "Act now up to", before: 50, after: 40 },
    { field: "Watch up to", before: 75, after: 70 },
    { field: "Weight of USAGE, %", before: 60, after: 50 },
    { field: "Veto of USAGE", before: null, after: "score of 10 or less: Nobody uses it" },
    { field: "Weight of TICKETS, %", before: 40, after: 50 },
  ])
})

test("weights that do not add up are refused with the sum, and so is a draft that changes nothing", () => {
  const heavy = draftOf({
    measures: [
      { key: "usage", weight: 60, veto: null },
      { key: "tickets", weight: 41, veto: null },
    ],
  })
  expect(draftedModel(published, heavy, "new")).toMatchObject({
    reason: "unsound",
    detail: expect.stringContaining("sum to 101, not 100: take away 1"),
  })
  expect(draftedModel(published, draftOf(), "new")).toMatchObject({ reason: "unchanged" })
})

test("keys that the model does not have change nothing", () => {
  const strange = draftOf({ groups: [{ key: "other", weight: 3 }] })
  expect(draftedModel(published, strange, "new")).toMatchObject({ reason: "unchanged" })
})
