import { textIn } from "#components/data/text-in.ts"
import type { ModelDraft } from "#lib/health/model-draft.ts"
import type { HealthModel } from "#lib/health/schema.ts"

export const fieldOf = {
  group: (key: string) => `group ${key}`,
  measure: (key: string) => `measure ${key}`,
  vetoAt: (key: string) => `veto at ${key}`,
  vetoReason: (key: string) => `veto reason ${key}`,
} as const

const numberIn = (form: FormData, name: string): number => {
  const text = textIn(form, name).trim()
  return text === "" ? Number.NaN : Number(text)
}

/** What stands in the editor, as a draft. A veto is one when it has a limit. */
export function draftIn(form: FormData, model: HealthModel): ModelDraft {
  return {
    bands: { redUpTo: numberIn(form, "redUpTo"), yellowUpTo: numberIn(form, "yellowUpTo") },
    minimumCoverage: numberIn(form, "minimumCoverage") / 100,
    groups: model.groups.map(({ key }) => ({ key, weight: numberIn(form, fieldOf.group(key)) })),
    measures: model.measures.map(({ key }) => {
      const atOrBelowScore = numberIn(form, fieldOf.vetoAt(key))
      return {
        key,
        weight: numberIn(form, fieldOf.measure(key)),
        veto: Number.isNaN(atOrBelowScore)
          ? null
          : { atOrBelowScore, reason: textIn(form, fieldOf.vetoReason(key)) },
      }
    }),
  }
}

export type WeightSums = { readonly groups: number; readonly of: ReadonlyMap<string, number> }

/** What the weights add up to: those of the groups, and those of the measures in each group. */
export function weightSums(
  draft: Pick<ModelDraft, "groups" | "measures">,
  model: Pick<HealthModel, "groups" | "measures">,
): WeightSums {
  const weights = new Map(draft.measures.map(({ key, weight }) => [key, weight]))
  const sum = (all: readonly number[]) =>
    Number(all.reduce((total, weight) => total + (Number.isFinite(weight) ? weight : 0), 0).toFixed(6))
  return {
    groups: sum(draft.groups.map(({ weight }) => weight)),
    of: new Map(
      model.groups.map(({ key }) => {
        const members = model.measures.filter(({ groupKey }) => groupKey === key)
        return [key, sum(members.map((measure) => weights.get(measure.key) ?? 0))]
      }),
    ),
  }
}
