import { textIn } from "#components/data/text-in.ts"
import type { ComparedField } from "#lib/conflicts/differing-lines.ts"
import { formatCount } from "#lib/format/plural.ts"
import { shareWords } from "#lib/quality/asked-words.ts"
import { qualityDimensions } from "#lib/quality/dimensions.ts"
import type { StandardDraft } from "#lib/quality/schema.ts"

/** What of a standard can be set again and again. */
export type StandardTerms = Pick<StandardDraft, "atLeast" | "withinDays" | "ownerId" | "reason">

/** A standard as it stands in the fields of a form; `asked` is `dimension field`. */
export type TypedStandard = {
  readonly asked: string
  readonly percent: string
  readonly withinDays: string
  readonly ownerId: string
  readonly reason: string
}

/** What can be asked: a field in one respect, as one choice. The value is `dimension field`. */
export type AskChoice = { readonly value: string; readonly label: string }

const usualShare = 0.95

export const typedStandard = (asked: string, stored?: StandardTerms): TypedStandard => ({
  asked,
  percent: String(Math.round((stored?.atLeast ?? usualShare) * 1000) / 10),
  withinDays: stored?.withinDays ? String(stored.withinDays) : "",
  ownerId: stored?.ownerId ?? "",
  reason: stored?.reason ?? "",
})

export const standardIn = (form: FormData, asked: string | null): TypedStandard => ({
  asked: asked ?? textIn(form, "asked"),
  percent: textIn(form, "percent"),
  withinDays: textIn(form, "withinDays"),
  ownerId: textIn(form, "ownerId"),
  reason: textIn(form, "reason"),
})

export const standardTerms = ({ percent, withinDays, ownerId, reason }: TypedStandard): StandardTerms => ({
  atLeast: Math.round(Number(percent) * 10) / 1000,
  withinDays: withinDays.trim() === "" ? null : Number(withinDays),
  ownerId: ownerId || null,
  reason,
})

export function askedOf(asked: string): Pick<StandardDraft, "field" | "dimension"> {
  const [word = "", ...field] = asked.split(" ")
  const dimension = qualityDimensions.find((one) => one === word) ?? "completeness"
  return { dimension, field: field.join(" ") }
}

/** What one person wants and another saved, by the names of people. */
export function comparedStandards(
  mine: StandardTerms,
  theirs: StandardTerms,
  people: readonly { readonly id: string; readonly name: string }[],
): readonly ComparedField[] {
  const fields: readonly (readonly [string, (of: StandardTerms) => string])[] = [
    ["Share", ({ atLeast }) => shareWords(atLeast)],
    ["Oldest age", ({ withinDays }) => (withinDays === null ? "" : formatCount(withinDays, "day"))],
    ["Owner", ({ ownerId }) => people.find(({ id }) => id === ownerId)?.name ?? "unassigned"],
    ["Reason", ({ reason }) => reason],
  ]
  return fields.map(([name, read]) => ({ name, mine: read(mine), theirs: read(theirs) }))
}
