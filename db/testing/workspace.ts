import postgres, { type Sql } from "postgres"
import { afterAll, inject } from "vitest"
import { type Caller, mintCaller } from "#lib/access/caller.ts"
import type { Role } from "#lib/access/roles.ts"
import type { LoginId, WorkspaceId } from "#lib/id.ts"
import { newId } from "#lib/platform/new-id.ts"
import { openPool, type Pool, setPool } from "../client.ts"

let shared: { pool: Pool; owner: Sql } | undefined

/** The app role's pool (used by `inWorkspace`) and a connection of the owner, closed after the suite. */
export function testDatabase(): { pool: Pool; owner: Sql } {
  if (shared) return shared
  const pool = openPool({ url: inject("appUrl"), max: 4, name: "csops-test" })
  const owner = postgres(inject("ownerUrl"), { max: 2, onnotice: () => {} })
  setPool(pool)
  shared = { pool, owner }
  afterAll(async () => {
    await pool.close()
    await owner.end({ timeout: 5 })
    shared = undefined
  })
  return shared
}

export const testNow = new Date("2026-11-16T09:00:00Z")

export type TestWorkspace = {
  workspaceId: WorkspaceId
  slug: string
  caller: Caller
  /** The same workspace seen by another role. */
  as: (role: Role) => Caller
}

/** A fresh workspace with an admin calling. */
export async function testWorkspace(now: Date = testNow): Promise<TestWorkspace> {
  const { owner } = testDatabase()
  const workspaceId = newId() as WorkspaceId
  const slug = `test-${workspaceId}`
  await owner`insert into workspace (id, slug, name, kind) values (${workspaceId}, ${slug}, ${"Test"}, 'own')`
  const as = (role: Role): Caller =>
    mintCaller({
      workspaceId,
      actor: { loginId: newId() as LoginId, personId: null, name: `Test ${role}`, role, via: "session" },
      scopes: null,
      sessionId: null,
      requestId: null,
      now,
    })
  return { workspaceId, slug, caller: as("admin"), as }
}
