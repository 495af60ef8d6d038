import type { ContactRow } from "#lib/contacts/schema.ts"

/** Who sponsors us at the customer's: a name where it may be read, otherwise that there is one, or that none is known. */
export function sponsorWords(contacts: readonly Pick<ContactRow, "role" | "leftOn" | "name">[]): string {
  const sponsors = contacts.filter(({ role, leftOn }) => role === "sponsor" && leftOn === null)
  if (sponsors.length === 0) return "None known"
  const named = sponsors.find(({ name }) => name !== null)?.name
  return named ?? "Known, name hidden"
}
