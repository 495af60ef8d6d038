import type { Direction, HealthModel, ModelMeasure } from "./schema.ts"
import type { StarterColumn, StarterOutcome } from "./starter/column.ts"
import { detectOutcome } from "./starter/detect-outcome.ts"
import { guessGroup } from "./starter/guess-group.ts"
import { type LeftOut, leaveOut } from "./starter/leave-out.ts"
import { type ProposedMeasure, proposeMeasure } from "./starter/propose-measure.ts"
import { starterWeights } from "./starter/starter-weights.ts"

/** Fewer lost, or fewer kept, accounts than this teach nothing: then names decide. */
const enoughOutcomes = 20
/** More measures than this nobody can discuss; the strongest stay. */
const mostMeasures = 20
/** Imported numbers are news for a quarter; categories such as a plan hold until they change. */
const numbersHoldDays = 90

export type Explanation = {
  readonly measureKey: string
  readonly label: string
  readonly groupLabel: string
  readonly direction: Direction | null
  /** Percent of the overall score. */
  readonly weight: number
  readonly strength: number | null
  readonly because: readonly string[]
}

export type StarterModel = {
  /** null when no column can be a measure. */
  readonly model: HealthModel | null
  readonly isLearned: boolean
  readonly basis: string
  readonly explanations: readonly Explanation[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * A first health model from whatever columns were imported, with the reason for every choice. With an outcome,
 * directions, category scores and weights are learned from it; without one, or with too few cases, names and
 * dictionaries decide and every measure counts the same. Personal characteristics are left out.
 */
export function proposeStarterModel({
  id,
  name,
  columns,
  outcome = null,
}: {
  id: string
  name: string
  columns: readonly StarterColumn[]
  outcome?: StarterOutcome | null
}): StarterModel {
  const lost = outcome ? Math.round(outcome.rate * outcome.n) : 0
  const isLearned = outcome !== null && Math.min(lost, outcome.n - lost) >= enoughOutcomes
  const basis = basisOf(outcome, lost, isLearned)
  const ending = outcome ? null : detectedKey(columns)
  const leftOut: LeftOut[] = []
  const measures: ProposedMeasure[] = []
  for (const column of columns) {
    const proposed =
      leaveOut(column, outcome?.key ?? ending) ?? proposeMeasure(column, isLearned ? outcome.rate : null)
    if ("reason" in proposed) leftOut.push(proposed)
    else measures.push(proposed)
  }
  const byStrength = measures.toSorted((a, b) => (b.strength ?? 0) - (a.strength ?? 0))
  for (const { column } of byStrength.splice(mostMeasures)) {
    const because = `${mostMeasures} measures that say at least as much are in already`
    leftOut.push({ key: column.key, label: column.label, reason: "beyond_limit", because })
  }
  if (byStrength.length === 0) return { model: null, isLearned, basis, explanations: [], leftOut }
  return { ...assemble(id, name, byStrength), isLearned, basis, leftOut }
}

function assemble(id: string, name: string, measures: readonly ProposedMeasure[]) {
  const grouped = measures.map((measure) => ({ ...measure, group: guessGroup(measure.column.name) }))
  const weights = starterWeights(
    grouped.map(({ column, group, strength }) => ({
      key: column.key,
      groupKey: group.key,
      strength: strength ?? 1,
    })),
  )
  const groupByKey = new Map(grouped.map(({ group }) => [group.key, group]))
  const model: HealthModel = {
    id,
    version: 1,
    name,
    baseline: 50,
    minimumCoverage: 0.5,
    bands: { redUpTo: 50, yellowUpTo: 75 },
    groups: [...groupByKey.values()].map((group) => ({ ...group, weight: weights.groups.get(group.key)! })),
    measures: grouped.map(
      ({ column, group, scale }): ModelMeasure => ({
        key: column.key,
        label: column.label,
        unit: "",
        groupKey: group.key,
        weight: weights.measures.get(column.key)!,
        scale,
        maxAgeDays: scale.kind === "ordinal" ? null : numbersHoldDays,
        veto: null,
        sources: [],
      }),
    ),
  }
  const explanations = grouped.map(
    ({ column, group, direction, strength, because }): Explanation => ({
      measureKey: column.key,
      label: column.label,
      groupLabel: group.label,
      direction,
      weight: (weights.groups.get(group.key)! * weights.measures.get(column.key)!) / 100,
      strength,
      because,
    }),
  )
  return { model, explanations }
}

/** A column that says how it ended is no measure, also when nobody chose to learn from it. */
function detectedKey(columns: readonly StarterColumn[]): string | null {
  const values = columns.map(
    ({ name, categories }) => [name, (categories ?? []).map(({ value }) => value)] as const,
  )
  const found = detectOutcome(
    columns.map((column) => column.name),
    Object.fromEntries(values),
  )
  return columns.find((column) => column.name === found?.name)?.key ?? null
}

function basisOf(outcome: StarterOutcome | null, lost: number, isLearned: boolean): string {
  if (outcome === null)
    return "No outcome was imported: names and dictionaries decide, every measure counts the same"
  const counts = `${lost} lost and ${outcome.n - lost} kept accounts`
  if (isLearned) return `Learned from ${counts}`
  return `Too little data to learn from: ${counts}, and ${enoughOutcomes} of each are needed; names decide instead`
}
