import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import type { ModelChange } from "#lib/health/model-changes.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import type { Db } from "../client.ts"
import { healthModel } from "../schema/health.ts"
import { record } from "./record.ts"

const changesTold = 100

/** Until the end of the transaction nobody else publishes a model here: what was looked up before stays true. */
export async function holdModels(on: Db, caller: Caller): Promise<void> {
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 43))`)
}

/**
 * Publishes a version of a model. The version in force under the same name retires; its scores stay. The lowest
 * rank is tried first, of equal ones the model that was made first.
 */
export async function publishModel(
  on: Db,
  caller: Caller,
  {
    model,
    rank,
    explanation,
    changes,
  }: {
    model: HealthModel
    rank: number
    explanation: unknown
    /** What it has otherwise than the version before it, where somebody changed that one. */
    changes?: readonly ModelChange[]
  },
): Promise<void> {
  assertCan(caller, "health.model.write")
  await holdModels(on, caller)
  const newest = await on.execute<{ version: number }>(sql`
    select version from health_model where workspace_id = ${caller.workspaceId} and name = ${model.name}
    order by version desc limit 1`)
  if ((newest[0]?.version ?? 0) >= model.version)
    throw new AppError(
      "conflict",
      `Version ${model.version} of "${model.name}" exists already. Publish a newer one.`,
    )
  await on.execute(sql`
    update health_model set state = 'retired'
    where workspace_id = ${caller.workspaceId} and name = ${model.name} and state = 'published'`)
  await on.insert(healthModel).values({
    workspaceId: caller.workspaceId,
    id: model.id,
    name: model.name,
    version: model.version,
    state: "published",
    rank,
    definition: model,
    explanation,
    publishedAt: caller.now,
    publishedBy: caller.actor.name,
  })
  await record(on, caller, {
    type: "health.model_published",
    caseType: "health_model",
    caseId: model.id,
    payload: {
      name: model.name,
      version: model.version,
      measures: model.measures.length,
      ...(changes ? { changes: changes.slice(0, changesTold) } : {}),
    },
  })
}
