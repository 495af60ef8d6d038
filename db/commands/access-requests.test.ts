import { expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import type { Role } from "#lib/access/roles.ts"
import type { LoginId } from "#lib/id.ts"
import { newId } from "#lib/platform/new-id.ts"
import { inWorkspace } from "../in-workspace.ts"
import { openRequests } from "../queries/access-requests.ts"
import { testDatabase, testWorkspace } from "../testing/workspace.ts"
import { answerAccess, askForAccess } from "./access-requests.ts"

const { owner } = testDatabase()
const wanted = { permission: "import.write" } as const

async function login(caller: Caller, role: Role, name: string): Promise<Caller> {
  const loginId = newId() as LoginId
  const email = `${loginId}@access.example`
  await owner`
    insert into login (id, email, email_key, name, password_hash) values (${loginId}, ${email}, ${email}, ${name}, 'x')`
  await owner`
    insert into membership (workspace_id, login_id, role) values (${caller.workspaceId}, ${loginId}, ${role})`
  return { ...caller, actor: { ...caller.actor, loginId, name, role } }
}

const ask = (caller: Caller) => inWorkspace(caller, (tx) => askForAccess(tx, caller, wanted))
const open = (caller: Caller) => inWorkspace(caller, (tx) => openRequests(tx, caller))
const answer = (caller: Caller, requestId: string, isDeclined: boolean) =>
  inWorkspace(caller, (tx) => answerAccess(tx, caller, { requestId, isDeclined }))

test("who asks is told who can grant it, and asks once however often", async () => {
  const { caller } = await testWorkspace()
  await login(caller, "admin", "Ada")
  const vera = await login(caller, "viewer", "Vera")
  expect(await ask(vera)).toMatchObject({ ok: true, value: { isNew: true, grantors: ["Ada"] } })
  const later = { ...vera, now: new Date(vera.now.getTime() + 3_600_000) }
  expect(await ask(later)).toMatchObject({ ok: true, value: { isNew: false, askedAt: vera.now } })
  expect(await open(caller)).toEqual([
    expect.objectContaining({ loginId: vera.actor.loginId, permission: "import.write", askedAt: vera.now }),
  ])
  const told = await owner`
    select actor_name, payload from event where workspace_id = ${caller.workspaceId} and type = 'access.requested'`
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({ actor_name: "Vera", payload: { permission: "import.write" } })
})

test("a request is declined, waits again, and gives way to a newer one", async () => {
  const { caller } = await testWorkspace()
  const vera = await login(caller, "viewer", "Vera")
  await ask(vera)
  const [first] = await open(caller)
  expect((await answer(caller, first!.id, true)).ok).toBe(true)
  expect(await open(caller)).toEqual([])
  expect(await answer(caller, first!.id, true)).toMatchObject({ reason: "declined" })
  expect((await answer(caller, first!.id, false)).ok).toBe(true)
  expect(await open(caller)).toHaveLength(1)
  await answer(caller, first!.id, true)
  await ask(vera)
  expect(await answer(caller, first!.id, false)).toMatchObject({ reason: "asked_again" })
})

test("who is allowed by now is told so; only who gives roles answers; another workspace sees nothing", async () => {
  const { caller } = await testWorkspace()
  const priya = await login(caller, "cs_ops_manager", "Priya")
  const vera = await login(caller, "viewer", "Vera")
  expect(await ask(priya)).toMatchObject({ ok: true, value: { isAllowed: true } })
  expect(await ask(vera)).toMatchObject({ ok: true, value: { isAllowed: false } })
  const [request] = await open(caller)
  await expect(answer(priya, request!.id, true)).rejects.toThrow("member.write")
  const other = await testWorkspace()
  expect(await open(other.caller)).toEqual([])
  await expect(answer(other.caller, request!.id, true)).rejects.toThrow("does not exist")
})
