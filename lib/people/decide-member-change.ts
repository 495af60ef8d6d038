import type { Role } from "../access/roles.ts"
import { accept, type Outcome, refuse } from "../outcome.ts"

export type MemberState = { readonly role: Role; readonly isDisabled: boolean }
type KnownMember = MemberState & { readonly loginId: string }

export const memberRefusals = {
  last_admin: "This is the last admin of the workspace. Make somebody else an admin first.",
  changed_meanwhile: "Somebody changed this login meanwhile. Look at it again.",
  unknown: "This login does not belong to the workspace.",
} as const
export type MemberRefusal = keyof typeof memberRefusals

/**
 * Whether a login of a workspace may be changed from what the person saw to what they want. A workspace keeps at
 * least one admin who is let in, so that somebody can always give rights. Whoever saw an older state is refused.
 */
export function decideMemberChange({
  all,
  loginId,
  seen,
  wanted,
}: {
  all: readonly KnownMember[]
  loginId: string
  seen: MemberState
  wanted: MemberState
}): Outcome<MemberState, MemberRefusal> {
  const now = all.find((one) => one.loginId === loginId)
  if (!now) return refuse("unknown")
  if (now.role !== seen.role || now.isDisabled !== seen.isDisabled) return refuse("changed_meanwhile")
  const isAdmin = ({ role, isDisabled }: MemberState) => role === "admin" && !isDisabled
  const others = all.some((one) => one.loginId !== loginId && isAdmin(one))
  if (isAdmin(now) && !isAdmin(wanted) && !others) return refuse("last_admin")
  return accept({ role: now.role, isDisabled: now.isDisabled })
}
