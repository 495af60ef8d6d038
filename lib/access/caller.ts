import { AppError } from "../errors.ts"
import type { LoginId, PersonId, SessionId, WorkspaceId } from "../id.ts"
import { can, type Permission } from "./policy.ts"
import { type Role, roleNames } from "./roles.ts"
import { type Scope, scopeFor } from "./scopes.ts"
import { TokenRefusal } from "./token-refusal.ts"

export const callerDoors = ["session", "token", "job", "command_line", "seed"] as const
export type CallerDoor = (typeof callerDoors)[number]

export type Actor = {
  /** The login for people; null for the product's own jobs. */
  readonly loginId: LoginId | null
  readonly personId: PersonId | null
  readonly name: string
  /** Null for machines, whose scopes say what they may. */
  readonly role: Role | null
  readonly via: CallerDoor
}

/**
 * Proof that somebody was let in: workspace, actor and one reading of the business clock.
 * Only the gates make one (see `mintCaller` and the architecture test).
 */
export type Caller = {
  readonly workspaceId: WorkspaceId
  readonly actor: Actor
  /** What the token of a machine allows; null for people and jobs, whose role decides. */
  readonly scopes: readonly Scope[] | null
  readonly sessionId: SessionId | null
  readonly requestId: string | null
  readonly now: Date
}

export const mintCaller = (caller: Caller): Caller => Object.freeze(caller)

/** Throws `forbidden`, naming what is missing, unless the caller's role (or the token's scopes) allows it. */
export function assertCan(caller: Caller, permission: Permission): void {
  if (can(caller, permission)) return
  if (caller.scopes !== null) throw tooNarrow(permission)
  const role = caller.actor.role === null ? "None" : roleNames[caller.actor.role]
  throw new AppError(
    "forbidden",
    `Your role ${role} does not include "${permission}". An admin of this workspace can grant it.`,
  )
}

function tooNarrow(permission: Permission): TokenRefusal {
  const scope = scopeFor(permission)
  const words = scope
    ? `The access token lacks the scope ${scope}.`
    : "Only people may do this, not API clients."
  return new TokenRefusal("insufficient_scope", words, scope)
}
