import { expect, test } from "#e2e/fixtures.ts"
import { baseURL } from "#e2e/installation.ts"
import { database } from "#e2e/world/database.ts"
import { sessionOf } from "#e2e/world/sign-in.ts"
import { join, newWorkspace } from "#e2e/world/workspace.ts"
import { can } from "#lib/access/policy.ts"
import { type Role, roles } from "#lib/access/roles.ts"
import { ask } from "./ask.ts"
import { expectedActions } from "./expected.ts"
import { actionQuestion, outsiders } from "./questions.ts"
import { serverActions } from "./route-tree.ts"
import { type MatrixWorld, matrixWorld } from "./world.ts"

/** Everything that an action of the build could change, as text. */
async function state({ workspace }: MatrixWorld): Promise<string> {
  const { owner } = database()
  const judged =
    await owner`select account_id, value, ended_at from health_override where workspace_id = ${workspace.id}`
  const sessions = await owner`
    select s.id, s.workspace_id, s.revoked_at from session s join login l on l.id = s.login_id
    where l.email like ${`%${workspace.id}%`} order by s.id`
  const events = await owner`select count(*) from event where workspace_id = ${workspace.id}`
  return JSON.stringify([judged, sessions, events])
}

async function worldWithSecond(role: Role = "admin"): Promise<MatrixWorld> {
  const world = await matrixWorld("Actions")
  const second = await newWorkspace("Second")
  await database()
    .owner`update workspace set slug = ${`${world.workspace.slug}-second`} where id = ${second.id}`
  await join(world.workspace.members[role], second, role)
  return world
}

for (const action of serverActions()) {
  const name = action.key.split("#")[1]

  test(`${name} does nothing for who is not signed in`, async () => {
    const world = await worldWithSecond()
    const before = await state(world)
    for (const headers of [{ origin: baseURL }, ...Object.values(outsiders)])
      for (const session of [null, "not-a-session"]) {
        const answer = await ask(actionQuestion(action, world, { session, headers }))
        expect(answer.body).not.toContain(world.canary)
        expect(answer.body).not.toContain('"ok":true')
      }
    expect(await state(world)).toBe(before)
  })

  test(`${name} does nothing for a request from outside, though the cookie is right`, async () => {
    const world = await worldWithSecond()
    const before = await state(world)
    for (const [what, headers] of Object.entries(outsiders)) {
      const answer = await ask(actionQuestion(action, world, { session: world.sessions.admin, headers }))
      expect(answer.body, what).not.toContain(world.canary)
      expect(await state(world), what).toBe(before)
    }
    // The same request from our own page does change something: the refusals above were not for another reason.
    await ask(actionQuestion(action, world, { session: world.sessions.admin, headers: { origin: baseURL } }))
    expect(await state(world)).not.toBe(before)
  })

  const permission = expectedActions[action.key]?.for
  if (permission)
    test(`${name} obeys the policy for each of nine roles`, async () => {
      const world = await matrixWorld("Roles")
      for (const role of roles) {
        const before = await state(world)
        const session = await sessionOf(world.workspace.members[role])
        const signedIn = await state(world)
        expect(signedIn).not.toBe(before)
        const answer = await ask(actionQuestion(action, world, { session, headers: { origin: baseURL } }))
        const isAllowed = can({ role }, permission)
        expect((await state(world)) !== signedIn, role).toBe(isAllowed)
        expect(answer.body.includes('"ok":true'), role).toBe(isAllowed)
      }
    })
}

test("an action of an earlier build is answered as unknown", async () => {
  const { sessions, canary } = await matrixWorld("Old tab")
  const answer = await ask({
    path: "/accounts",
    method: "POST",
    session: sessions.admin,
    headers: { "next-action": "40".padEnd(42, "a"), origin: baseURL, "content-type": "text/plain" },
    body: "[]",
  })
  expect(answer.status).toBe(409)
  expect(answer.body).not.toContain(canary)
})
