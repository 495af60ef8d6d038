import { AppError } from "../errors.ts"
import type { LoginId, PersonId, SessionId, WorkspaceId } from "../id.ts"
import { can, type Permission } from "./policy.ts"
import { type Role, roleNames } from "./roles.ts"

export const callerDoors = ["session", "token", "job", "command_line", "seed"] as const
export type CallerDoor = (typeof callerDoors)[number]

export type Actor = {
  /** The login for people; null for the product's own jobs. */
  readonly loginId: LoginId | null
  readonly personId: PersonId | null
  readonly name: string
  readonly role: Role
  readonly via: CallerDoor
}

/**
 * Proof that somebody was let in: workspace, actor and one reading of the business clock.
 * Only the gates make one (see `mintCaller` and the architecture test).
 */
export type Caller = {
  readonly workspaceId: WorkspaceId
  readonly actor: Actor
  readonly sessionId: SessionId | null
  readonly requestId: string | null
  readonly now: Date
}

export const mintCaller = (caller: Caller): Caller => Object.freeze(caller)

/** Throws `forbidden`, naming the permission and who has it, unless the caller's role allows it. */
export function assertCan(caller: Caller, permission: Permission): void {
  if (can(caller.actor, permission)) return
  throw new AppError(
    "forbidden",
    `Your role ${roleNames[caller.actor.role]} does not include "${permission}". An admin of this workspace can grant it.`,
  )
}
