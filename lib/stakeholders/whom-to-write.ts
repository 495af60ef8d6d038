import type { ContactRole, ContactRow } from "#lib/contacts/schema.ts"

const order: readonly ContactRole[] = ["sponsor", "decision_maker", "champion", "user"]

export type Addressee = { readonly name: string; readonly email: string }

/** Whom to write to: who pays before who uses it; only people that are there and whose address may be read. */
export function whomToWrite(
  contacts: readonly Pick<ContactRow, "role" | "leftOn" | "name" | "email">[],
): Addressee | null {
  for (const role of order)
    for (const { name, email, ...contact } of contacts)
      if (contact.role === role && contact.leftOn === null && name !== null && email !== null)
        return { name, email }
  return null
}
