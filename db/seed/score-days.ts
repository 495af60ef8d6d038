import type { Caller } from "#lib/access/caller.ts"
import { type DemoModel, demoModelBasis, demoModels } from "#lib/demo/models.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import { newId } from "#lib/platform/new-id.ts"
import { publishModel } from "../commands/health-models.ts"
import { type Chunk, ensureScoreMonth, type RescoredChunk, rescoreChunk } from "../commands/rescore.ts"
import { publishedModels } from "../queries/health.ts"
import { patiently } from "./patiently.ts"
import { type GoOn, worldCaller } from "./write-facts.ts"

/** The models of the demo, published once; later calls find them. In the order in which they are tried. */
export async function ensureModels(caller: Caller): Promise<readonly HealthModel[]> {
  const published = await patiently(caller, (tx) => publishedModels(tx, caller))
  const models = demoModels.map((model) => ownVersion(model, published))
  const tried = models.toSorted(
    (a, b) => Number(b.segmentRule !== undefined) - Number(a.segmentRule !== undefined),
  )
  const fresh = models.filter(({ id }) => !published.some((one) => one.id === id))
  if (fresh.length === 0) return tried
  await patiently(caller, async (tx) => {
    for (const model of fresh)
      await publishModel(tx, caller, {
        model,
        rank: tried.indexOf(model),
        explanation: { basis: demoModelBasis, isLearned: false },
      })
  })
  return tried
}

const ownVersion = (model: DemoModel, published: readonly HealthModel[]): HealthModel =>
  published.find((one) => one.name === model.name) ?? { ...model, id: newId() }

/** Scores every account for a day with the models as they are, as of the end of that day. */
export async function scoreDay(
  caller: Caller,
  {
    models,
    day,
    goOn,
    compareAnew = false,
  }: { models: readonly HealthModel[]; day: string; goOn: GoOn; compareAnew?: boolean },
): Promise<void> {
  const evening = new Date(`${day}T21:00:00Z`)
  const then = worldCaller(caller.workspaceId, evening < caller.now ? evening : caller.now)
  await patiently(then, (tx) => ensureScoreMonth(tx, then, { day }))
  let after: string | null = null
  do {
    goOn()
    const chunk: Chunk = { models, day, after, compareAnew }
    const done: RescoredChunk = await patiently(then, (tx) => rescoreChunk(tx, then, chunk))
    after = done.next
  } while (after !== null)
}
