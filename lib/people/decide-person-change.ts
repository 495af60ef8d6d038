import { accept, type Outcome, refuse } from "../outcome.ts"
import type { PersonFields } from "./staff.ts"

export const personRefusals = {
  changed_meanwhile: "Somebody changed this person meanwhile. Look again, then change what you want.",
  manager_circle: "This would make the person a manager of their own manager. Choose another one.",
} as const
export type PersonRefusal = keyof typeof personRefusals

type Known = { readonly id: string; readonly managerId: string | null }
export type FieldChange = {
  readonly field: keyof PersonFields
  readonly before: string | number | null
  readonly after: string | number | null
}

const fields = ["position", "teamId", "managerId", "fte"] as const

/**
 * What of a person changes, from what is stored to what is wanted. Refused when the stored values are not those
 * that were seen, and when the wanted manager reports, over any number of steps, to the person.
 */
export function decidePersonChange({
  personId,
  stored,
  seen,
  wanted,
  people,
}: {
  personId: string
  stored: PersonFields
  seen: PersonFields
  wanted: PersonFields
  people: readonly Known[]
}): Outcome<readonly FieldChange[], PersonRefusal> {
  if (fields.some((field) => stored[field] !== seen[field])) return refuse("changed_meanwhile")
  const managerOf = new Map(people.map(({ id, managerId }) => [id, managerId]))
  const passed = new Set<string>()
  for (let above = wanted.managerId; above !== null; above = managerOf.get(above) ?? null) {
    if (above === personId) return refuse("manager_circle")
    if (passed.has(above)) break
    passed.add(above)
  }
  return accept(
    fields
      .filter((field) => stored[field] !== wanted[field])
      .map((field) => ({ field, before: stored[field], after: wanted[field] })),
  )
}
