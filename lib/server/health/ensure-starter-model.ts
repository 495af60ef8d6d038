import { holdModels, publishModel } from "#db/commands/health-models.ts"
import { markAllForRescore } from "#db/commands/rescore-due.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { publishedModels } from "#db/queries/health.ts"
import { measureNumbers } from "#db/queries/import-existing.ts"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import { proposeStarterModel, type StarterModel } from "#lib/health/starter-model.ts"
import { newId } from "#lib/platform/new-id.ts"
import { observeColumns } from "./observe-columns.ts"

const starterName = "Starter model"
/** After every model that somebody gives a rule. */
const starterRank = 1_000

export type StarterReport = {
  created: boolean
  name: string | null
  version: number | null
  measures: number
  /** What the proposal rests on and why each measure is in or out; null when a model was there already. */
  proposal: Omit<StarterModel, "model"> | null
}

/**
 * Proposes and publishes a first model from the measures that are there, unless one is published already. Of two
 * that do so at once, the second finds the model of the first. `again` proposes a new version from all measures that
 * are there now; scores of the earlier version stay as they were. So does a starter model of which no measure is left.
 */
export async function ensureStarterModel(
  caller: Caller,
  { again = false }: { again?: boolean } = {},
): Promise<StarterReport> {
  assertCan(caller, "health.model.write")
  const models = await inWorkspace(caller, (tx) => publishedModels(tx, caller))
  const [known] = models
  const isForsaken = known !== undefined && models.length === 1 && (await hasNoMeasure(caller, known))
  if (known && !again && !isForsaken) return inForce(known)
  const earlier = models.find(({ name }) => name === starterName)
  const { columns, outcome, units } = await observeColumns(caller)
  const { model, ...proposal } = proposeStarterModel({ id: newId(), name: starterName, columns, outcome })
  if (!model && isForsaken) return inForce(known)
  if (!model) return { created: false, name: null, version: null, measures: 0, proposal }
  const measures = model.measures.map((one) => ({ ...one, unit: units.get(one.key) ?? one.unit }))
  const proposed = { ...model, measures, version: (earlier?.version ?? 0) + 1 }
  const report = await inWorkspace(caller, async (tx) => {
    await holdModels(tx, caller)
    const [first] = await publishedModels(tx, caller)
    const isRenewed = isForsaken && first !== undefined && first.version < proposed.version
    if (first && !again && !isRenewed) return inForce(first)
    await publishModel(tx, caller, { model: proposed, rank: starterRank, explanation: proposal })
    return { created: true, name: model.name, version: proposed.version, measures: measures.length, proposal }
  })
  if (report.created) await markAll(caller)
  return report
}

/** The import that brought it was taken back, and its measures with it: it scores nobody. */
const hasNoMeasure = async (caller: Caller, { name, measures }: HealthModel): Promise<boolean> => {
  if (name !== starterName) return false
  const keys = measures.map(({ key }) => key)
  return (await inWorkspace(caller, (tx) => measureNumbers(tx, caller, keys))).size === 0
}

/** A new model concerns every account: whoever scores takes them from here, before the next daily scoring would. */
async function markAll(caller: Caller): Promise<void> {
  let after: string | null = null
  do after = await markChunk(caller, after)
  while (after !== null)
}

const markChunk = async (caller: Caller, after: string | null): Promise<string | null> =>
  (await inWorkspace(caller, (tx) => markAllForRescore(tx, caller, { after }))).next

const inForce = ({ name, version, measures }: HealthModel): StarterReport => ({
  created: false,
  name,
  version,
  measures: measures.length,
  proposal: null,
})
