import { textIn } from "#components/data/text-in.ts"
import type { ComparedField } from "#lib/conflicts/differing-lines.ts"
import type { PersonFields } from "#lib/people/staff.ts"

export type Choice = { readonly id: string; readonly name: string }

/** What stands in the form of a person. */
export const personIn = (form: FormData): PersonFields => ({
  position: textIn(form, "position"),
  teamId: textIn(form, "teamId") || null,
  managerId: textIn(form, "managerId") || null,
  fte: Number(textIn(form, "fte") || Number.NaN),
})

/** What one person wants and another saved, field by field, by the names of teams and managers. */
export function comparedPerson(
  mine: PersonFields,
  theirs: PersonFields,
  { teams, managers }: { teams: readonly Choice[]; managers: readonly Choice[] },
): readonly ComparedField[] {
  const nameIn = (choices: readonly Choice[], id: string | null) =>
    choices.find((choice) => choice.id === id)?.name ?? ""
  const fields: readonly (readonly [string, (of: PersonFields) => string])[] = [
    ["Position", ({ position }) => position],
    ["Team", ({ teamId }) => nameIn(teams, teamId)],
    ["Manager", ({ managerId }) => nameIn(managers, managerId)],
    ["FTE", ({ fte }) => String(fte)],
  ]
  return fields.map(([name, read]) => ({ name, mine: read(mine), theirs: read(theirs) }))
}
