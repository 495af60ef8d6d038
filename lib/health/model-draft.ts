import { z } from "zod"
import { accept, type Outcome, refuse } from "../outcome.ts"
import { modelChanges } from "./model-changes.ts"
import { bandEdges, type HealthModel, healthModel, veto } from "./schema.ts"

const weight = z.number("Give a weight from 0 to 100.").min(0).max(100)
const key = z.string().min(1).max(100)

/** What the editor changes of a model: edges, weights and vetoes. What is measured, and how, stays. */
export const modelDraft = z.object({
  bands: bandEdges,
  minimumCoverage: z.number("Give a share from 0 to 100 %.").min(0).max(1),
  groups: z.array(z.object({ key, weight })).max(50),
  measures: z.array(z.object({ key, weight, veto: veto.nullable() })).max(300),
})
export type ModelDraft = z.infer<typeof modelDraft>

export const draftRefusals = {
  unsound: "The weights do not add up.",
  unchanged: "Nothing differs from the published version. Change a limit, a weight or a veto first.",
  replaced: "Somebody published or drafted this model meanwhile. Open it again and preview your changes.",
} as const
export type DraftRefusal = keyof typeof draftRefusals

/** The published model with the changes of a draft, as its next version; refused when weights do not add up. */
export function draftedModel(
  published: HealthModel,
  draft: ModelDraft,
  id: string,
): Outcome<HealthModel, DraftRefusal> {
  const groupOf = new Map(draft.groups.map((group) => [group.key, group]))
  const measureOf = new Map(draft.measures.map((measure) => [measure.key, measure]))
  const read = healthModel.safeParse({
    ...published,
    id,
    version: published.version + 1,
    bands: draft.bands,
    minimumCoverage: draft.minimumCoverage,
    groups: published.groups.map((group) => ({ ...group, ...groupOf.get(group.key) })),
    measures: published.measures.map((measure) => ({ ...measure, ...measureOf.get(measure.key) })),
  })
  if (!read.success) return refuse("unsound", read.error.issues.map(({ message }) => message).join(" "))
  if (modelChanges(published, read.data).length === 0) return refuse("unchanged")
  return accept(read.data)
}
