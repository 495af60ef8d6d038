import { expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import type { Role } from "#lib/access/roles.ts"
import type { LoginId } from "#lib/id.ts"
import { newId } from "#lib/platform/new-id.ts"
import { beforeSignIn, inWorkspace } from "../in-workspace.ts"
import { members, openSessions } from "../queries/members.ts"
import { sessionByTokenHash } from "../queries/sign-in.ts"
import { testDatabase, testWorkspace } from "../testing/workspace.ts"
import { changeMember, endSessions } from "./members.ts"
import { openSession } from "./sessions.ts"

const { owner } = testDatabase()

/** A login of the workspace that is signed in there. */
async function member(caller: Caller, role: Role) {
  const loginId = newId() as LoginId
  const tokenHash = Buffer.from(newId())
  const email = `${loginId}@members.example`
  await owner`
    insert into login (id, email, email_key, name, password_hash) values (${loginId}, ${email}, ${email}, ${`Test ${role}`}, 'x')`
  await owner`
    insert into membership (workspace_id, login_id, role) values (${caller.workspaceId}, ${loginId}, ${role})`
  await beforeSignIn((on) => openSession(on, { tokenHash, loginId, userAgent: "Test" }))
  const session = () => beforeSignIn((on) => sessionByTokenHash(on, tokenHash))
  return { loginId, session, actor: { ...caller, actor: { ...caller.actor, loginId, role } } }
}

const letIn = (role: Role) => ({ role, isDisabled: false })
const shutOut = (role: Role) => ({ role, isDisabled: true })

test("a role counts for the next request, and the change is told with before and after", async () => {
  const { caller } = await testWorkspace()
  await member(caller, "admin")
  const ben = await member(caller, "csm")
  const change = { loginId: ben.loginId, seen: letIn("csm"), wanted: letIn("team_lead") }
  expect((await inWorkspace(caller, (tx) => changeMember(tx, caller, change))).ok).toBe(true)
  expect((await ben.session())?.role).toBe("team_lead")
  const [told] = await owner`
    select payload from event where workspace_id = ${caller.workspaceId} and type = 'member.changed'`
  expect(told?.payload).toMatchObject({
    changes: [{ field: "role", before: "csm", after: "team_lead" }],
  })
})

test("who is shut out has no session, also after being let in again", async () => {
  const { caller } = await testWorkspace()
  const ben = await member(caller, "csm")
  const change = (seen: typeof letIn, wanted: typeof letIn) =>
    inWorkspace(caller, (tx) =>
      changeMember(tx, caller, { loginId: ben.loginId, seen: seen("csm"), wanted: wanted("csm") }),
    )
  expect(await ben.session()).not.toBeNull()
  await change(letIn, shutOut)
  expect(await ben.session()).toBeNull()
  await change(shutOut, letIn)
  expect(await ben.session()).toBeNull()
})

test("the last admin stays, an older sight is refused, another role may not and another workspace cannot", async () => {
  const { caller, as } = await testWorkspace()
  const ada = await member(caller, "admin")
  const ben = await member(caller, "csm")
  const asked = (by: Caller, loginId: string, seen: ReturnType<typeof letIn>) =>
    inWorkspace(by, (tx) => changeMember(tx, by, { loginId, seen, wanted: letIn("viewer") }))
  expect(await asked(caller, ada.loginId, letIn("admin"))).toMatchObject({ reason: "last_admin" })
  expect(await asked(caller, ben.loginId, letIn("admin"))).toMatchObject({ reason: "changed_meanwhile" })
  await expect(asked(as("cs_director"), ben.loginId, letIn("csm"))).rejects.toMatchObject({
    code: "forbidden",
  })
  const other = await testWorkspace()
  expect(await asked(other.caller, ben.loginId, letIn("csm"))).toMatchObject({ reason: "unknown" })
  expect((await ben.session())?.role).toBe("csm")
})

test("an admin ends any session of the workspace, others their own alone", async () => {
  const { caller } = await testWorkspace()
  const ada = await member(caller, "admin")
  const ben = await member(caller, "csm")
  const seen = await inWorkspace(caller, (tx) => openSessions(tx, ada.actor, { ofAll: true }))
  expect(seen.map(({ loginId }) => loginId).toSorted()).toEqual([ada.loginId, ben.loginId].toSorted())
  expect(await inWorkspace(caller, (tx) => openSessions(tx, ben.actor, { ofAll: false }))).toHaveLength(1)
  const of = (loginId: string) =>
    seen.filter((one) => one.loginId === loginId).map(({ sessionId }) => sessionId)
  const end = (by: Caller, sessionIds: readonly string[]) =>
    inWorkspace(by, (tx) => endSessions(tx, by, { sessionIds }))
  expect(await end(ben.actor, of(ada.loginId))).toMatchObject({ reason: "no_such_session" })
  const stranger = await testWorkspace()
  expect(await end(stranger.caller, of(ben.loginId))).toMatchObject({ reason: "no_such_session" })
  expect(await end(ada.actor, of(ben.loginId))).toEqual({ ok: true, value: { ended: 1 } })
  expect(await ben.session()).toBeNull()
  expect(await ada.session()).not.toBeNull()
  expect(await inWorkspace(stranger.caller, (tx) => members(tx, stranger.caller))).toEqual([])
})
