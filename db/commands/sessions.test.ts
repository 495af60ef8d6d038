import { beforeEach, expect, test } from "vitest"
import type { LoginId } from "#lib/id.ts"
import { newId } from "#lib/platform/new-id.ts"
import { beforeSignIn } from "../in-workspace.ts"
import { sessionByTokenHash } from "../queries/sign-in.ts"
import { testDatabase, testWorkspace } from "../testing/workspace.ts"
import { openSession } from "./sessions.ts"

const { owner } = testDatabase()
let loginId: LoginId
let tokenHash: Buffer

beforeEach(async () => {
  const { workspaceId } = await testWorkspace()
  loginId = newId() as LoginId
  tokenHash = Buffer.from(newId())
  const email = `${loginId}@sessions.example`
  await owner`
    insert into login (id, email, email_key, name, password_hash) values (${loginId}, ${email}, ${email}, 'Ada', 'old')`
  await owner`
    insert into membership (workspace_id, login_id, role) values (${workspaceId}, ${loginId}, 'admin')`
  await beforeSignIn((on) => openSession(on, { tokenHash, loginId, userAgent: null }))
})

const isSignedIn = async () => (await beforeSignIn((on) => sessionByTokenHash(on, tokenHash))) !== null

test("a new password ends the sessions of the old one", async () => {
  expect(await isSignedIn()).toBe(true)
  await owner`update login set password_hash = 'new' where id = ${loginId}`
  expect(await isSignedIn()).toBe(false)
})

test("a new name leaves them open", async () => {
  await owner`update login set name = 'Ada L.' where id = ${loginId}`
  expect(await isSignedIn()).toBe(true)
})

test("a sign-in that was shut and opened again brings no session back", async () => {
  await owner`update login set disabled_at = now() where id = ${loginId}`
  await owner`update login set disabled_at = null where id = ${loginId}`
  expect(await isSignedIn()).toBe(false)
})
