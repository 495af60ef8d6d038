import type { Permission } from "./policy.ts"

/**
 * What a machine needs for each permission: the scope of its token, or null for what only people may do
 * (judging, publishing a model, reading personal fields, giving rights). A new permission must decide.
 */
const scopeByPermission = {
  "account.read": "cs-ops:accounts:read",
  "health.read": "cs-ops:health:read",
  "event.read": "cs-ops:events:read",
  "access.request": null,
  "account.write": "cs-ops:accounts:write",
  "health.override": null,
  "health.model.write": null,
  "health.rescore": "cs-ops:health:execute",
  "contact.read_personal": null,
  "import.write": "cs-ops:imports:write",
  "data.read": "cs-ops:data:read",
  "data.write": null,
  "job.manage": null,
  "people.write": null,
  "member.write": null,
  "session.revoke_any": null,
  "api_client.write": null,
  "view.write": null,
  "view.write_team": null,
  "audit.read": "cs-ops:audit:read",
} as const satisfies Record<Permission, `cs-ops:${string}:${"read" | "write" | "execute"}` | null>

export type Scope = NonNullable<(typeof scopeByPermission)[Permission]>

export const scopes: readonly Scope[] = Object.values(scopeByPermission)
  .filter((scope) => scope !== null)
  .sort()

export const scopeFor = (permission: Permission): Scope | null => scopeByPermission[permission]

export const isScope = (text: string): text is Scope => (scopes as readonly string[]).includes(text)

/** Splits a list written with spaces or commas into known scopes, each once, and what is none. */
export function readScopes(text: string): { scopes: readonly Scope[]; unknown: readonly string[] } {
  const names = [...new Set(text.split(/[\s,]+/).filter((name) => name !== ""))]
  return { scopes: names.filter(isScope), unknown: names.filter((name) => !isScope(name)) }
}
