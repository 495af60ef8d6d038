export const contactRoles = ["sponsor", "champion", "decision_maker", "user", "detractor"] as const
export type ContactRole = (typeof contactRoles)[number]

export const contactRoleNames: Record<ContactRole, string> = {
  sponsor: "Sponsor",
  champion: "Champion",
  decision_maker: "Decision maker",
  user: "User",
  detractor: "Detractor",
}
