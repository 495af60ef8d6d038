import type { AccessRequest } from "./access-request.ts"
import { can, type Permission, policy } from "./policy.ts"
import type { Role } from "./roles.ts"

type Login = {
  readonly loginId: string
  readonly name: string
  readonly role: Role
  readonly isDisabled: boolean
}

export type WaitingRequest = AccessRequest & {
  readonly name: string
  readonly role: Role
  /** Roles that would allow it. */
  readonly grantedBy: readonly Role[]
}

/**
 * Requests that still need somebody: whoever got a role that allows it has been answered by that, and whoever is shut
 * out does not wait. The longest waiting comes first.
 */
export function waitingRequests(
  requests: readonly AccessRequest[],
  logins: readonly Login[],
): readonly WaitingRequest[] {
  const byId = new Map(logins.map((login) => [login.loginId, login]))
  return requests
    .flatMap((request) => {
      const login = byId.get(request.loginId)
      if (!login || login.isDisabled || can(login, request.permission)) return []
      return [{ ...request, name: login.name, role: login.role, grantedBy: rolesWith(request.permission) }]
    })
    .toSorted((a, b) => a.askedAt.getTime() - b.askedAt.getTime())
}

export const rolesWith = (permission: Permission): readonly Role[] => policy[permission]
