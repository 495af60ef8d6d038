import { can, type Permission, permissions } from "./policy.ts"
import type { Role } from "./roles.ts"
import { rolesWith } from "./waiting-requests.ts"

/**
 * The role to give to whoever asks for a permission: the one that allows it, takes nothing away that their own role
 * allows, and adds the least. Null when no role does.
 */
export function grantingRole(own: Role, permission: Permission): Role | null {
  const allowed = (role: Role) => permissions.filter((one) => can({ role }, one))
  const kept = allowed(own)
  const [least] = rolesWith(permission)
    .filter((role) => kept.every((one) => can({ role }, one)))
    .toSorted((a, b) => allowed(a).length - allowed(b).length)
  return least ?? null
}
