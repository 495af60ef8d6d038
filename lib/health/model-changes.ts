import type { HealthModel, ModelMeasure } from "./schema.ts"

export type ModelChange = {
  readonly field: string
  readonly before: string | number | null
  readonly after: string | number | null
}

const vetoWords = ({ veto }: Pick<ModelMeasure, "veto">): string | null =>
  veto === null ? null : `score of ${veto.atOrBelowScore} or less: ${veto.reason}`

const percent = (share: number): number => Math.round(share * 1000) / 10

/** What one version of a model has otherwise than another, in the order of the editor. */
export function modelChanges(before: HealthModel, after: HealthModel): ModelChange[] {
  const groups = new Map(after.groups.map((group) => [group.key, group]))
  const measures = new Map(after.measures.map((measure) => [measure.key, measure]))
  const all: ModelChange[] = [
    { field: "Act now up to", before: before.bands.redUpTo, after: after.bands.redUpTo },
    { field: "Watch up to", before: before.bands.yellowUpTo, after: after.bands.yellowUpTo },
    {
      field: "Least data, %",
      before: percent(before.minimumCoverage),
      after: percent(after.minimumCoverage),
    },
    ...before.groups.map(({ key, label, weight }) => ({
      field: `Weight of ${label}, %`,
      before: weight,
      after: groups.get(key)?.weight ?? null,
    })),
    ...before.measures.flatMap((measure) => {
      const now = measures.get(measure.key)
      return [
        { field: `Weight of ${measure.label}, %`, before: measure.weight, after: now?.weight ?? null },
        {
          field: `Veto of ${measure.label}`,
          before: vetoWords(measure),
          after: now ? vetoWords(now) : null,
        },
      ]
    }),
  ]
  return all.filter((change) => change.before !== change.after)
}
