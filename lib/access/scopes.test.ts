import { expect, test } from "vitest"
import { type Caller, mintCaller } from "./caller.ts"
import { can, permissions } from "./policy.ts"
import { roles } from "./roles.ts"
import { readScopes, type Scope, scopeFor, scopes } from "./scopes.ts"

const machine = (held: readonly Scope[]): Caller =>
  mintCaller({
    workspaceId: "00000000-0000-0000-0000-000000000001" as Caller["workspaceId"],
    actor: { loginId: null, personId: null, name: "Nightly export", role: null, via: "token" },
    scopes: held,
    sessionId: null,
    requestId: null,
    now: new Date("2026-11-16T09:00:00Z"),
  })

test("every scope has the form of an area and an act, and stands once", () => {
  expect(scopes).toContain("cs-ops:health:read")
  for (const scope of scopes) expect(scope).toMatch(/^cs-ops:[a-z-]+:(read|write|execute)$/)
  expect(new Set(scopes).size).toBe(scopes.length)
})

test("each scope opens exactly the permissions that name it, and nothing without one", () => {
  for (const permission of permissions) {
    expect(can(machine([]), permission), permission).toBe(false)
    for (const scope of scopes)
      expect(can(machine([scope]), permission), `${scope} for ${permission}`).toBe(
        scopeFor(permission) === scope,
      )
  }
})

test("what is for people alone stays closed to a token with every scope", () => {
  const mighty = machine(scopes)
  for (const permission of [
    "contact.read_personal",
    "health.override",
    "people.write",
    "api_client.write",
  ] as const)
    expect(can(mighty, permission), permission).toBe(false)
})

test("a token decides by its scopes alone, whatever role stands beside them", () => {
  const withRole: Caller = { ...machine([]), actor: { ...machine([]).actor, role: "admin" } }
  for (const permission of permissions) expect(can(withRole, permission), permission).toBe(false)
})

test("without scopes the role decides, and no role may nothing", () => {
  for (const permission of permissions) {
    for (const role of roles) {
      const person: Caller = { ...machine([]), scopes: null, actor: { ...machine([]).actor, role } }
      expect(can(person, permission)).toBe(can({ role }, permission))
    }
    expect(can({ role: null }, permission), permission).toBe(false)
  }
})

test("a list of scopes may be written with spaces, commas and line ends", () => {
  expect(readScopes(" cs-ops:health:read,cs-ops:accounts:read\n cs-ops:health:read ")).toEqual({
    scopes: ["cs-ops:health:read", "cs-ops:accounts:read"],
    unknown: [],
  })
  expect(readScopes("cs-ops:health:read admin constructor")).toEqual({
    scopes: ["cs-ops:health:read"],
    unknown: ["admin", "constructor"],
  })
  expect(readScopes("  ")).toEqual({ scopes: [], unknown: [] })
})
