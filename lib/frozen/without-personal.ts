type Personal = "shown" | "hidden" | "erased"
type Contact = {
  readonly id: string
  readonly personal: Personal
  readonly name: string | null
  readonly email: string | null
  readonly title: string | null
}

/** Contacts as they may be kept: nothing of theirs that could be erased one day. */
export const withoutPersonal = <One extends Contact>(contacts: readonly One[]): One[] =>
  contacts.map((contact) => ({
    ...contact,
    personal: contact.personal === "shown" ? "hidden" : contact.personal,
    name: null,
    email: null,
    title: null,
  }))

/** Kept contacts with what the reader may see of them now; who is gone by now has been erased. */
export function withPersonal<One extends Contact>(kept: readonly One[], now: readonly Contact[]): One[] {
  const known = new Map(now.map((contact) => [contact.id, contact]))
  return kept.map((contact) => {
    const { personal, name, email, title } = known.get(contact.id) ?? erased
    return { ...contact, personal, name, email, title }
  })
}

const erased = { personal: "erased", name: null, email: null, title: null } as const
