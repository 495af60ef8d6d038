import type { Role } from "#lib/access/roles.ts"
import { type TodayScope, todayScopes } from "./schema.ts"

/** Who is asked to give accounts an owner. */
export const assignsOwners = (role: Role | null): boolean =>
  role === "admin" || role === "cs_director" || role === "cs_ops_manager" || role === "team_lead"

/**
 * The scopes that a sign-in can choose from and the one that its page begins with. Who is nobody in the book has no
 * accounts and no team, and sees all; who is in no team and leads nobody has no team.
 */
export function scopeChoice({
  role,
  hasPerson,
  hasTeam,
  asked,
  isSaid = false,
}: {
  readonly role: Role | null
  readonly hasPerson: boolean
  readonly hasTeam: boolean
  readonly asked: TodayScope | undefined
  /** The frame's scope says whose accounts: then the page is about these, whoever asks. */
  readonly isSaid?: boolean
}): { readonly scope: TodayScope; readonly offered: readonly TodayScope[] } {
  const offered = todayScopes.filter(
    (scope) => scope === "all" || (hasPerson && (scope === "mine" || hasTeam)),
  )
  const usual = role === "csm" ? "mine" : role === "team_lead" ? "team" : "all"
  const wanted = isSaid ? "all" : (asked ?? usual)
  return { scope: offered.includes(wanted) ? wanted : "all", offered }
}
