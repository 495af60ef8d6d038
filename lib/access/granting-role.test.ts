import { expect, test } from "vitest"
import { grantingRole } from "./granting-role.ts"
import { can, permissions } from "./policy.ts"
import { roles } from "./roles.ts"

test.each([
  ["viewer", "import.write", "cs_ops_manager"],
  ["csm", "audit.read", "cs_director"],
  ["csm", "import.write", "cs_ops_manager"],
  ["cs_ops_manager", "member.write", "admin"],
] as const)("%s who asks for %s becomes %s", (own, permission, role) =>
  expect(grantingRole(own, permission)).toBe(role),
)

test("whatever is asked for is granted, and nothing is taken away with it", () => {
  for (const own of roles)
    for (const permission of permissions) {
      const role = grantingRole(own, permission)
      expect(role && can({ role }, permission), `${own} ${permission}`).toBe(true)
      for (const one of permissions)
        if (can({ role: own }, one)) expect(can({ role }, one), `${own} ${permission} ${one}`).toBe(true)
    }
})
