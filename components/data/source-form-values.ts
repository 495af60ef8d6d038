import type { ComparedField } from "#lib/conflicts/differing-lines.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { SourceTerms } from "#lib/quality/schema.ts"

type Terms = Pick<SourceTerms, "promiseHours" | "ownerId">
/** The terms of a source as they stand in the fields of a form. */
export type TypedTerms = { readonly amount: string; readonly unit: string; readonly ownerId: string }

const hoursIn: Readonly<Record<string, number>> = { hours: 1, days: 24 }
const hoursPerDay = 24

const inDays = (hours: number): boolean => hours % hoursPerDay === 0

/** Whole days are shown as days, everything else in hours; no promise as an empty field. */
export const typedTerms = ({ promiseHours, ownerId }: Terms): TypedTerms => ({
  amount:
    promiseHours === null ? "" : String(inDays(promiseHours) ? promiseHours / hoursPerDay : promiseHours),
  unit: promiseHours !== null && !inDays(promiseHours) ? "hours" : "days",
  ownerId: ownerId ?? "",
})

export const termsOf = ({ amount, unit, ownerId }: TypedTerms): Terms => ({
  promiseHours: amount.trim() === "" ? null : Number(amount) * (hoursIn[unit] ?? hoursPerDay),
  ownerId: ownerId || null,
})

const promiseWords = (hours: number | null): string =>
  hours === null
    ? "guessed from its rhythm"
    : inDays(hours)
      ? formatCount(hours / hoursPerDay, "day")
      : formatCount(hours, "hour")

/** What one person wants and another saved, by the names of people. */
export function comparedTerms(
  mine: Terms,
  theirs: Terms,
  people: readonly { readonly id: string; readonly name: string }[],
): readonly ComparedField[] {
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? "unassigned"
  return [
    { name: "Promise", mine: promiseWords(mine.promiseHours), theirs: promiseWords(theirs.promiseHours) },
    { name: "Owner", mine: nameOf(mine.ownerId), theirs: nameOf(theirs.ownerId) },
  ]
}
