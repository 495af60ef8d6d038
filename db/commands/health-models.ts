import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import type { StarterColumn, StarterOutcome } from "#lib/health/starter/column.ts"
import { detectOutcome } from "#lib/health/starter/detect-outcome.ts"
import { summariseColumn } from "#lib/health/starter/summarise-column.ts"
import { proposeStarterModel, type StarterModel } from "#lib/health/starter-model.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { inWorkspace } from "../in-workspace.ts"
import { publishedModels } from "../queries/health.ts"
import { accountCount, type Measure, measuresOf, newestValues } from "../queries/measures.ts"
import { healthModel } from "../schema/health.ts"
import { record } from "./record.ts"

const starterName = "Starter model"

export type StarterReport = {
  created: boolean
  name: string | null
  version: number | null
  measures: number
  /** What the proposal rests on and why each measure is in or out; null when a model was there already. */
  proposal: Omit<StarterModel, "model"> | null
}

/** Proposes and publishes a first model from the measures that are there, unless one is published already. */
export async function ensureStarterModel(caller: Caller): Promise<StarterReport> {
  assertCan(caller, "health.model.write")
  const [known] = await inWorkspace(caller, (tx) => publishedModels(tx, caller))
  if (known)
    return {
      created: false,
      name: known.name,
      version: known.version,
      measures: known.measures.length,
      proposal: null,
    }
  const { columns, outcome, units } = await observedColumns(caller)
  const { model, ...proposal } = proposeStarterModel({ id: newId(), name: starterName, columns, outcome })
  if (!model) return { created: false, name: null, version: null, measures: 0, proposal }
  const measures = model.measures.map((one) => ({ ...one, unit: units.get(one.key) ?? one.unit }))
  await inWorkspace(caller, (tx) =>
    publishModel(tx, caller, { model: { ...model, measures }, explanation: proposal }),
  )
  return { created: true, name: model.name, version: model.version, measures: measures.length, proposal }
}

/** Publishes a version of a model. The version in force under the same name retires; its scores stay. */
export async function publishModel(
  on: Db,
  caller: Caller,
  { model, explanation }: { model: HealthModel; explanation: unknown },
): Promise<void> {
  assertCan(caller, "health.model.write")
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 43))`)
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
    // Models with rules are tried before the default, which has none.
    rank: model.segmentRule ? 0 : 1_000,
    definition: model,
    explanation,
    publishedAt: caller.now,
    publishedBy: caller.actor.name,
  })
  await record(on, caller, {
    type: "health.model_published",
    caseType: "health_model",
    caseId: model.id,
    payload: { name: model.name, version: model.version, measures: model.measures.length },
  })
}

type Observed = { columns: StarterColumn[]; outcome: StarterOutcome | null; units: Map<string, string> }

/** Summaries of every measure against the outcome, read measure by measure so that no read is long. */
async function observedColumns(caller: Caller): Promise<Observed> {
  const { measures, accounts } = await inWorkspace(caller, async (tx) => ({
    measures: await measuresOf(tx, caller),
    accounts: await accountCount(tx, caller),
  }))
  const valuesOf = (measure: Measure) =>
    inWorkspace(caller, (tx) => newestValues(tx, caller, { measureId: measure.id }))
  const ending = measures.find((measure) => measure.role === "outcome")
  const endings = ending ? endedBadly(ending, await valuesOf(ending)) : null
  const columns: StarterColumn[] = []
  for (const measure of measures) {
    if (measure.role === "outcome") continue
    const values = await valuesOf(measure)
    const missing = Array.from({ length: Math.max(0, accounts - values.size) }, () => "")
    columns.push(
      summariseColumn({
        key: measure.key,
        name: measure.label,
        values: [...[...values.values()].map(String), ...missing],
        isBad: [...values.keys()].map((accountId) => endings?.get(accountId) ?? null),
      }),
    )
  }
  const units = new Map(measures.map((measure) => [measure.key, measure.unit]))
  return { columns, outcome: ending && endings ? outcomeOf(ending, endings) : null, units }
}

/** Which accounts ended badly; null when nobody can tell which value is the bad one. */
function endedBadly(
  ending: Measure,
  values: ReadonlyMap<string, number | string>,
): Map<string, boolean> | null {
  const texts = [...new Set([...values.values()].map(String))]
  const detected = detectOutcome([ending.label], { [ending.label]: texts })
  if (!detected) return null
  return new Map([...values].map(([accountId, value]) => [accountId, String(value) === detected.bad]))
}

function outcomeOf(ending: Measure, endings: ReadonlyMap<string, boolean>): StarterOutcome | null {
  const n = endings.size
  if (n === 0) return null
  const bad = [...endings.values()].filter(Boolean).length
  return { key: ending.key, rate: bad / n, n }
}
