import { setTimeout as sleep } from "node:timers/promises"
import { expect, test } from "#e2e/fixtures.ts"
import { baseURL } from "#e2e/installation.ts"
import { arrangeAccounts } from "#e2e/world/accounts.ts"
import { database } from "#e2e/world/database.ts"
import { sessionOf } from "#e2e/world/sign-in.ts"
import { newWorkspace, type TestWorkspace } from "#e2e/world/workspace.ts"
import { ask } from "./ask.ts"
import { judgement, plainArguments } from "./expected.ts"
import { openStream } from "./live-stream.ts"
import { serverActions } from "./route-tree.ts"

const streamCutWithinMs = 10_000

function actionId(name: string): string {
  const action = serverActions().find(({ key }) => key.endsWith(`#${name}`))
  if (!action) throw new Error(`The build has no action ${name}.`)
  return action.id
}

const act = (session: string, name: string, path: string, body: string) =>
  ask({
    path,
    method: "POST",
    session,
    headers: { "next-action": actionId(name), "content-type": plainArguments, origin: baseURL },
    body,
  })

type Ending = (world: { workspace: TestWorkspace; session: string }) => Promise<unknown>

/** The ways in which access ends while a copy of the cookie is somewhere else. */
const endings: Record<string, Ending> = {
  "its owner signed out": ({ session }) => act(session, "endSession", "/accounts", "[]"),
  "its owner signed out by the sign-out address": async ({ session }) => {
    const asked = await ask({ path: "/api/auth/csrf" })
    const { csrfToken } = JSON.parse(asked.body) as { csrfToken: string }
    const pair = asked.headers["set-cookie"]?.map((line) => line.split(";")[0]).join("; ") ?? ""
    const answer = await ask({
      path: "/api/auth/signout",
      method: "POST",
      headers: {
        cookie: `${pair}; csops.session=${session}`,
        "content-type": "application/x-www-form-urlencoded",
        origin: baseURL,
      },
      body: new URLSearchParams({ csrfToken, json: "true" }).toString(),
    })
    expect(answer.status).toBe(200)
  },
  "the session was revoked": ({ workspace }) =>
    database().owner`
      update session set revoked_at = now() where login_id = ${workspace.members.csm.loginId}`,
  "the sign-in was disabled": ({ workspace }) =>
    database().owner`update login set disabled_at = now() where id = ${workspace.members.csm.loginId}`,
  "the membership was disabled": ({ workspace }) =>
    database().owner`
      update membership set disabled_at = now()
      where workspace_id = ${workspace.id} and login_id = ${workspace.members.csm.loginId}`,
  "the membership was removed": ({ workspace }) =>
    database().owner`
      delete from membership
      where workspace_id = ${workspace.id} and login_id = ${workspace.members.csm.loginId}`,
  "the session is out of date": ({ workspace }) =>
    database().owner`
      update session set expires_at = now() - interval '1 second'
      where login_id = ${workspace.members.csm.loginId}`,
  "the session was idle for more than a day": ({ workspace }) =>
    database().owner`
      update session set last_seen_at = now() - interval '25 hours'
      where login_id = ${workspace.members.csm.loginId}`,
}

for (const [what, end] of Object.entries(endings))
  test(`a copied cookie is worth nothing once ${what}`, async () => {
    const workspace = await newWorkspace()
    const [account] = await arrangeAccounts(workspace, [
      { externalId: "A", name: "Copied Canary", usage: 50 },
    ])
    const session = await sessionOf(workspace.members.csm)
    const stream = await openStream({ session })
    expect(stream.status).toBe(200)
    const page = `/accounts/${account!.slug}`
    expect((await ask({ path: page, session })).body).toContain("Copied Canary")
    await end({ workspace, session })
    const endedAt = Date.now()
    const [pageAfter, apiAfter, streamAfter, actionAfter] = await Promise.all([
      ask({ path: page, session }),
      ask({ path: `/api/v1/cs-ops/health/${account!.id}`, session }),
      ask({ path: "/api/stream", session }),
      act(session, "judgeHealth", page, judgement(account!.id)),
    ])
    expect(pageAfter.status).toBe(307)
    expect(pageAfter.headers.location).toContain("/sign-in")
    expect(pageAfter.body).not.toContain("Copied Canary")
    expect(apiAfter.status).toBe(401)
    expect(streamAfter.status).toBe(401)
    expect(actionAfter.body).not.toContain('"ok":true')
    expect(actionAfter.body).not.toContain("Copied Canary")
    const judged = await database().owner`select 1 from health_override where workspace_id = ${workspace.id}`
    expect(judged).toHaveLength(0)
    await Promise.race([stream.ended, sleep(streamCutWithinMs + 500)])
    const cutAfterMs = Date.now() - endedAt
    stream.close()
    expect(cutAfterMs, "the open stream was cut").toBeLessThanOrEqual(streamCutWithinMs)
  })

test("another role applies to the very next request, up and down", async () => {
  const workspace = await newWorkspace()
  const [account] = await arrangeAccounts(workspace, [{ externalId: "A", name: "Demoted", usage: 50 }])
  const { loginId } = workspace.members.csm
  const session = await sessionOf(workspace.members.csm)
  const page = `/accounts/${account!.slug}`
  const become = (role: string) =>
    database().owner`
      update membership set role = ${role} where workspace_id = ${workspace.id} and login_id = ${loginId}`
  const judge = async () => (await act(session, "judgeHealth", page, judgement(account!.id))).body
  expect((await ask({ path: page, session })).body).toContain("I disagree")
  await become("viewer")
  expect((await ask({ path: page, session })).body).not.toContain("I disagree")
  expect(await judge()).not.toContain('"ok":true')
  await become("team_lead")
  expect(await judge()).toContain('"ok":true')
})

test("signing out ends that session alone", async () => {
  const workspace = await newWorkspace()
  const [one, other] = [await sessionOf(workspace.members.csm), await sessionOf(workspace.members.csm)]
  await act(one, "endSession", "/accounts", "[]")
  expect((await ask({ path: "/accounts", session: one })).status).toBe(307)
  expect((await ask({ path: "/accounts", session: other })).status).toBe(200)
})
