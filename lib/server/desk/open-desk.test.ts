import { beforeEach, expect, test, vi } from "vitest"
import { can, permissions } from "#lib/access/policy.ts"
import { roles } from "#lib/access/roles.ts"
import { openDesk, openSharedDesk } from "./open-desk.ts"

const { currentSession } = vi.hoisted(() => ({ currentSession: vi.fn() }))
vi.mock("server-only", () => ({}))
vi.mock("next/headers", () => ({ headers: async () => new Headers() }))
vi.mock("../auth/session.ts", () => ({ currentSession }))

const sessionOf = (role: string | null) => ({
  workspaceSlug: "acme",
  caller: { actor: { role }, scopes: null },
})
beforeEach(() => {
  vi.resetAllMocks()
})

test("a page opens for exactly the roles that the policy names", async () => {
  for (const role of [...roles, null])
    for (const permission of permissions) {
      currentSession.mockResolvedValue(sessionOf(role))
      const missing = can({ role }, permission) ? null : permission
      expect(await openDesk(permission)).toMatchObject({ missing })
      expect(await openSharedDesk(permission, "/accounts", {})).toMatchObject({ missing })
      if (missing) expect(await openDesk(permission)).toEqual({ missing })
    }
})

test("who is not signed in is led to the sign-in page and back to the whole address", async () => {
  currentSession.mockResolvedValue(null)
  const failure = await openSharedDesk("account.read", "/accounts", { ws: "acme", band: "red" }).catch(
    (error: { digest: string }) => error,
  )
  expect(failure).toMatchObject({
    digest: expect.stringContaining(
      `/sign-in?next=${encodeURIComponent("/accounts?band=red&ws=acme")}`,
    ) as string,
  })
})
