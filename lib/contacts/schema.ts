export const contactRoles = ["sponsor", "champion", "decision_maker", "user", "detractor"] as const
export type ContactRole = (typeof contactRoles)[number]

export const contactRoleNames: Record<ContactRole, string> = {
  sponsor: "Sponsor",
  champion: "Champion",
  decision_maker: "Decision maker",
  user: "User",
  detractor: "Detractor",
}

/** A contact as an account's page shows it. Days are `YYYY-MM-DD`. */
export type ContactRow = {
  readonly id: string
  readonly role: ContactRole
  /** Whether the personal fields are there: hidden from a role that may not read them, or erased for everybody. */
  readonly personal: "shown" | "hidden" | "erased"
  /** Null unless the personal fields are shown. */
  readonly name: string | null
  readonly email: string | null
  readonly title: string | null
  readonly strength: number | null
  readonly lastContactOn: string | null
  readonly leftOn: string | null
}
