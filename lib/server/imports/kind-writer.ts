import type { ImportKind } from "#lib/imports/schema.ts"
import { accountsWriter } from "./write-accounts.ts"
import { contactsWriter } from "./write-contacts.ts"
import { contractsWriter, movementsWriter } from "./write-contracts.ts"
import { peopleWriter, skillsWriter } from "./write-people.ts"
import { signalsWriter } from "./write-signals.ts"
import { touchpointsWriter } from "./write-touchpoints.ts"
import type { KindWriter, Writing } from "./writing.ts"

const writers: { readonly [Kind in ImportKind]: (writing: Writing) => KindWriter<Kind> } = {
  accounts: accountsWriter,
  contracts: contractsWriter,
  movements: movementsWriter,
  contacts: contactsWriter,
  people: peopleWriter,
  skills: skillsWriter,
  touchpoints: touchpointsWriter,
  signals: signalsWriter,
}

/** How the rows of a run are written. */
export const kindWriter = (writing: Writing): KindWriter<ImportKind> => writers[writing.plan.kind](writing)
