import { accept, type Outcome, refuse } from "#lib/outcome.ts"
import { qualityFields, ruleOf } from "./fields.ts"
import type { StandardDraft } from "./schema.ts"

export const standardRefusals = {
  unknown_field: "This field does not exist here. Choose one of the list.",
  no_rule: "Nothing can be asked of this field in this respect. Choose another respect.",
  days_missing: "Say how many days old the newest may be.",
  changed_meanwhile: "Somebody changed this standard meanwhile. Look again, then save yours.",
} as const
export type StandardRefusal = keyof typeof standardRefusals

/** Whether a standard can be set as asked. Days count for freshness alone and are dropped elsewhere. */
export function decideStandard(
  draft: StandardDraft,
  measures: readonly { readonly key: string; readonly label: string }[],
): Outcome<StandardDraft, StandardRefusal> {
  const fields = qualityFields(measures)
  if (!fields.some(({ key }) => key === draft.field))
    return refuse("unknown_field", standardRefusals.unknown_field)
  if (!ruleOf(fields, draft)) return refuse("no_rule", standardRefusals.no_rule)
  if (draft.dimension !== "freshness") return accept({ ...draft, withinDays: null })
  if (draft.withinDays === null) return refuse("days_missing", standardRefusals.days_missing)
  return accept(draft)
}
