import type { Permission } from "#lib/access/policy.ts"

export type AdminSection = {
  readonly key: "people" | "success-profiles" | "health-model" | "sessions" | "audit"
  readonly title: string
  readonly question: string
  /** Who may open it. */
  readonly permission: Permission
}

export const adminSections: readonly AdminSection[] = [
  {
    key: "people",
    title: "People",
    question: "Who may do what, and who can do what?",
    permission: "people.write",
  },
  {
    key: "success-profiles",
    title: "Success profiles",
    question: "What does success take, for each kind of account?",
    permission: "account.read",
  },
  {
    key: "health-model",
    title: "Health model",
    question: "How is health made, and who would change band?",
    permission: "health.model.write",
  },
  {
    key: "sessions",
    title: "Sessions",
    question: "Who is signed in, and from where?",
    permission: "account.read",
  },
  { key: "audit", title: "Audit", question: "What did anyone change?", permission: "audit.read" },
]

export const adminHref = ({ key }: Pick<AdminSection, "key">): string => `/admin/${key}`
