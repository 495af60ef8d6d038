import { type ContactRole, contactRoleNames, contactRoles } from "#lib/contacts/schema.ts"

/** How close a contact is to us, from the strength that was judged: 1 barely knows us to 5 speaks for us. */
export const relations = ["strong", "steady", "weak", "unknown", "left"] as const
export type Relation = (typeof relations)[number]

export const relationNames: Record<Relation, string> = {
  strong: "Strong",
  steady: "Steady",
  weak: "Weak",
  unknown: "Not judged",
  left: "Left",
}

export type Stakeholder = {
  readonly role: ContactRole
  readonly strength: number | null
  readonly leftOn: string | null
}

export const relationOf = ({ strength, leftOn }: Stakeholder): Relation => {
  if (leftOn !== null) return "left"
  if (strength === null) return "unknown"
  return strength >= 4 ? "strong" : strength === 3 ? "steady" : "weak"
}

export type StakeholderRow<Contact extends Stakeholder> = {
  readonly role: ContactRole
  readonly cells: Readonly<Record<Relation, readonly Contact[]>>
}

/** Contacts by role and relation: every role has its row, so that a gap is seen; each contact stands once. */
export function stakeholderMap<Contact extends Stakeholder>(
  contacts: readonly Contact[],
): StakeholderRow<Contact>[] {
  return contactRoles.map((role) => {
    const mine = contacts.filter((contact) => contact.role === role)
    const cell = (relation: Relation) => mine.filter((contact) => relationOf(contact) === relation)
    return {
      role,
      cells: {
        strong: cell("strong"),
        steady: cell("steady"),
        weak: cell("weak"),
        unknown: cell("unknown"),
        left: cell("left"),
      },
    }
  })
}

const needed = ["sponsor", "decision_maker", "champion", "user"] as const satisfies readonly ContactRole[]

/**
 * Who is missing, in one sentence: roles that every account needs and that no present contact has. Who left does not
 * count; a detractor is nobody's gap.
 */
export function stakeholderGaps(contacts: readonly Stakeholder[]): string {
  const missing = needed.filter((role) => !contacts.some((one) => one.role === role && one.leftOn === null))
  if (contacts.length === 0) return "No contact is known."
  if (missing.length === 0) return "Sponsor, decision maker, champion and user are known."
  const names = missing.map((role) => contactRoleNames[role].toLowerCase())
  const last = names.at(-1)
  const list = names.length === 1 ? last : `${names.slice(0, -1).join(", ")} or ${last}`
  return `No ${list} is known.`
}
