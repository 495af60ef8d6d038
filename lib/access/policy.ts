import { type Role, roles } from "./roles.ts"
import { type Scope, scopeFor } from "./scopes.ts"

const everyone = roles
const modelOwners = ["admin", "ops_director", "cs_director", "cs_ops_manager"] as const
const dataOwners = ["admin", "cs_ops_manager"] as const
const accountWorkers = ["admin", "cs_director", "cs_ops_manager", "team_lead", "csm"] as const

/**
 * Who may do what: the one table. Commands ask it as a guard, views ask it as a question,
 * and the authorization matrix test tries every line of it against every role. What machines need
 * for a line stands in `scopes.ts`.
 */
export const policy = {
  "account.read": everyone,
  "health.read": everyone,
  "event.read": everyone,
  "access.request": everyone,
  "account.write": accountWorkers,
  "health.override": accountWorkers,
  "health.model.write": modelOwners,
  "health.rescore": modelOwners,
  "contact.read_personal": ["admin", "cs_director", "cs_ops_manager", "team_lead", "csm"],
  "import.write": dataOwners,
  "data.read": everyone,
  "data.write": dataOwners,
  "job.manage": ["admin"],
  "people.write": dataOwners,
  "member.write": ["admin"],
  "session.revoke_any": ["admin"],
  "api_client.write": ["admin"],
  "view.write": everyone,
  "view.write_team": ["admin", "ops_director", "cs_director", "cs_ops_manager", "team_lead"],
  "audit.read": ["admin", "ops_director", "cs_director", "cs_ops_manager"],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof policy

export const permissions = Object.keys(policy) as Permission[]

type Asker =
  | { readonly role: Role | null }
  | { readonly actor: { readonly role: Role | null }; readonly scopes: readonly Scope[] | null }

/** A caller with scopes may what they say, its role notwithstanding; everybody else, what the role says. */
export function can(asker: Asker, permission: Permission): boolean {
  if ("role" in asker)
    return asker.role !== null && (policy[permission] as readonly Role[]).includes(asker.role)
  if (asker.scopes === null) return can(asker.actor, permission)
  const needed = scopeFor(permission)
  return needed !== null && asker.scopes.includes(needed)
}
