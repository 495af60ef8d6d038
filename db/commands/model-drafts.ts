import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { modelChanges } from "#lib/health/model-changes.ts"
import { type DraftRefusal, draftedModel, type ModelDraft } from "#lib/health/model-draft.ts"
import { type HealthModel, healthModel as modelSchema } from "#lib/health/schema.ts"
import { accept, type Outcome, refuse } from "#lib/outcome.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { publishedModels } from "../queries/health.ts"
import { healthModel } from "../schema/health.ts"
import { holdModels, publishModel } from "./health-models.ts"
import { record } from "./record.ts"
import { markAllForRescore } from "./rescore-due.ts"

/** A draft has no place among the versions before it is published: its row is number 0. */
const draftNumber = 0

/**
 * Keeps a draft of the next version of a published model, in the place of an earlier one. A draft never changes: what
 * was previewed under its id is what is published.
 */
export async function saveModelDraft(
  on: Db,
  caller: Caller,
  { modelId, draft }: { modelId: string; draft: ModelDraft },
): Promise<Outcome<{ draftId: string }, DraftRefusal>> {
  assertCan(caller, "health.model.write")
  await holdModels(on, caller)
  const published = (await publishedModels(on, caller)).find(({ id }) => id === modelId)
  if (!published) return refuse("replaced")
  const drafted = draftedModel(published, draft, newId())
  if (!drafted.ok) return drafted
  const model = drafted.value
  await on.execute(sql`
    delete from health_model where workspace_id = ${caller.workspaceId} and name = ${model.name}
      and state = 'draft'`)
  await on.insert(healthModel).values({
    workspaceId: caller.workspaceId,
    id: model.id,
    name: model.name,
    version: draftNumber,
    state: "draft",
    definition: model,
    explanation: { by: caller.actor.name },
  })
  await record(on, caller, {
    type: "health.model_drafted",
    caseType: "health_model",
    caseId: model.id,
    payload: { accountIds: [], name: model.name, version: model.version },
  })
  return accept({ draftId: model.id })
}

/** Publishes a draft, with the reason, and marks every account as due for its score. */
export async function publishDraft(
  on: Db,
  caller: Caller,
  { draftId, reason }: { draftId: string; reason: string },
): Promise<Outcome<{ version: number }, DraftRefusal>> {
  assertCan(caller, "health.model.write")
  await holdModels(on, caller)
  const [row] = await on.execute<{ definition: unknown }>(sql`
    delete from health_model where workspace_id = ${caller.workspaceId} and id = ${draftId} and state = 'draft'
    returning definition`)
  if (!row) return refuse("replaced")
  const model = modelSchema.parse(row.definition)
  const [inForce] = await on.execute<{ definition: unknown; rank: number }>(sql`
    select definition, rank from health_model
    where workspace_id = ${caller.workspaceId} and name = ${model.name} and state = 'published'`)
  if (!inForce) return refuse("replaced")
  const published: HealthModel = modelSchema.parse(inForce.definition)
  if (published.version + 1 !== model.version) return refuse("replaced")
  const changes = modelChanges(published, model)
  await publishModel(on, caller, { model, rank: inForce.rank, explanation: { reason, changes }, changes })
  let after: string | null = null
  do after = (await markAllForRescore(on, caller, { after })).next
  while (after !== null)
  return accept({ version: model.version })
}
