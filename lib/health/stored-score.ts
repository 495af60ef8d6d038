import { z } from "zod"
import { ageDays } from "./age-days.ts"
import { featureLabel } from "./feature-words.ts"
import { bandEdges, type HealthModel, type ScoreBand } from "./schema.ts"
import { disagreement, type HealthScore, healthScore, readingStates, type ScorePart } from "./score-schema.ts"
import { vetoesHit } from "./veto.ts"

const raw = z.union([z.number(), z.string()])

/** Absent: used, no value, zero. The order is that of the model's measures, which say the rest. */
const storedPart = z.object({
  points: z.number().optional(),
  weight: z.number().optional(),
  score: z.number().optional(),
  raw: raw.optional(),
  source: z.string().optional(),
  on: z.iso.date().optional(),
  n: z.int().optional(),
  state: z.enum(readingStates).optional(),
})

const wholeScore = z.object({
  bands: bandEdges,
  coverage: z.number(),
  parts: z.array(storedPart),
  vetoPart: z.object({ label: z.string(), points: z.number() }).optional(),
  disagreements: z.array(disagreement).optional(),
})
export type StoredScore = z.infer<typeof wholeScore>

const samePartsAs = z.object({ partsOn: z.iso.date() })

/** The day whose parts a stored score shares; null when it has its own. */
export function partsDay(stored: unknown): string | null {
  const shared = samePartsAs.safeParse(stored)
  return shared.success ? shared.data.partsOn : null
}

/**
 * A score as it is kept: the parts that add up to it, without what its model says anyway and without ages, so that a
 * day on which nothing changed has the same parts as the day before and need not keep them again.
 */
export function storedScore(score: HealthScore): StoredScore {
  return {
    bands: score.bands,
    coverage: score.coverage,
    parts: score.parts.map((part) => ({
      ...(part.points === 0 ? {} : { points: part.points }),
      ...(part.weight === 0 ? {} : { weight: part.weight }),
      ...(part.measureScore === null ? {} : { score: part.measureScore }),
      ...(part.raw === null ? {} : { raw: part.raw }),
      ...(part.source === null ? {} : { source: part.source }),
      ...(part.observedOn === null ? {} : { on: part.observedOn }),
      ...(part.n === undefined ? {} : { n: part.n }),
      ...(part.state === "used" ? {} : { state: part.state }),
    })),
    ...(score.vetoPart === null ? {} : { vetoPart: score.vetoPart }),
    ...(score.disagreements.length === 0 ? {} : { disagreements: score.disagreements }),
  }
}

type Kept = {
  readonly model: HealthModel
  readonly day: string
  readonly value: number | null
  readonly exact: number | null
  readonly band: ScoreBand
  readonly stored: unknown
}

/** The score of a day again, as it was when it was made. Also reads whole scores, as they were kept before. */
export function restoredScore({ model, day, value, exact, band, stored }: Kept): HealthScore {
  const asBefore = healthScore.safeParse(stored)
  if (asBefore.success) return asBefore.data
  const { bands, coverage, parts: kept, vetoPart = null, disagreements = [] } = wholeScore.parse(stored)
  const parts = model.measures.map((measure, i): ScorePart => {
    const { key, groupKey } = measure
    const part = kept[i] ?? { state: "missing" as const }
    return {
      measureKey: key,
      label: featureLabel(measure),
      groupKey,
      weight: part.weight ?? 0,
      raw: part.raw ?? null,
      measureScore: part.score ?? null,
      points: part.points ?? 0,
      state: part.state ?? "used",
      source: part.source ?? null,
      observedOn: part.on ?? null,
      ageDays: part.on === undefined ? null : ageDays(part.on, day),
      ...(part.n === undefined ? {} : { n: part.n }),
    }
  })
  const used = parts.filter((part) => part.state === "used")
  const scores = new Map(parts.map((part) => [part.measureKey, part.measureScore]))
  return {
    modelId: model.id,
    modelVersion: model.version,
    asOf: day,
    baseline: model.baseline,
    bands,
    value,
    exact,
    band,
    parts,
    vetoPart,
    coverage,
    measuresUsed: used.length,
    measuresTotal: parts.length,
    oldestDays: used.length === 0 ? null : Math.max(...used.map((part) => part.ageDays!)),
    freshestOn:
      used
        .map((part) => part.observedOn!)
        .toSorted()
        .at(-1) ?? null,
    disagreements,
    vetoes: vetoesHit(model, (key) => scores.get(key)),
  }
}
