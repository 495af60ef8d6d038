import type { FieldSpec, KindSpec } from "./field-spec.ts"
import { accountsKind } from "./kinds/accounts.ts"
import { contactsKind } from "./kinds/contacts.ts"
import { contractsKind } from "./kinds/contracts.ts"
import { movementsKind } from "./kinds/movements.ts"
import { peopleKind } from "./kinds/people.ts"
import { signalsKind } from "./kinds/signals.ts"
import { skillsKind } from "./kinds/skills.ts"
import { touchpointsKind } from "./kinds/touchpoints.ts"
import type { ImportKind } from "./schema.ts"

/** What a file of each kind may hold. */
export const kindSpecs: Record<ImportKind, KindSpec> = {
  accounts: accountsKind,
  contracts: contractsKind,
  movements: movementsKind,
  contacts: contactsKind,
  people: peopleKind,
  skills: skillsKind,
  touchpoints: touchpointsKind,
  signals: signalsKind,
}

export const fieldSpec = (kind: ImportKind, key: string): FieldSpec | undefined =>
  kindSpecs[kind].fields.find((field) => field.key === key)
