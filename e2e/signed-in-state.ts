import { join } from "node:path"
import { demoPeople } from "#db/seed/demo-people.ts"
import { home } from "#e2e/installation.ts"
import type { Role } from "#lib/access/roles.ts"

/** Where the browser state of a demo person is kept, once they have signed in by the form. */
export const statePathOf = (role: Role): string => join(home, `signed-in-${role}.json`)

export function demoPerson(role: Role) {
  const person = demoPeople.find((each) => each.role === role)
  if (!person) throw new Error(`No demo person is ${role}.`)
  return person
}
