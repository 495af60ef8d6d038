import { type Role, roles } from "./roles.ts"

const everyone = roles
const modelOwners = ["admin", "ops_director", "cs_director", "cs_ops_manager"] as const
const dataOwners = ["admin", "cs_ops_manager"] as const
const accountWorkers = ["admin", "cs_director", "cs_ops_manager", "team_lead", "csm"] as const

/**
 * Who may do what: the one table. Commands ask it as a guard, views ask it as a question,
 * and the authorization matrix test tries every line of it against every role.
 */
export const policy = {
  "account.read": everyone,
  "health.read": everyone,
  "event.read": everyone,
  "account.write": accountWorkers,
  "health.override": accountWorkers,
  "health.model.write": modelOwners,
  "health.rescore": modelOwners,
  "contact.read_personal": ["admin", "cs_director", "cs_ops_manager", "team_lead", "csm"],
  "import.write": dataOwners,
  "people.write": ["admin"],
  "session.revoke_any": ["admin"],
  "view.write": everyone,
  "audit.read": ["admin", "ops_director", "cs_director", "cs_ops_manager"],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof policy

export const permissions = Object.keys(policy) as Permission[]

export function can(actor: { readonly role: Role }, permission: Permission): boolean {
  return (policy[permission] as readonly Role[]).includes(actor.role)
}
