import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "#e2e/fixtures.ts"
import { root } from "#e2e/installation.ts"
import { secrets } from "#e2e/world/database.ts"
import { can } from "#lib/access/policy.ts"
import { ask } from "./ask.ts"
import { assertExpected } from "./decision.ts"
import { expectedActions, expectedRoutes, sentTo } from "./expected.ts"
import { routesOnDisk, serverActions } from "./route-tree.ts"
import { identities, type MatrixWorld, matrixWorld } from "./world.ts"

let made: Promise<MatrixWorld> | undefined
const world = () => (made ??= matrixWorld())

test("every route on disk and every action of the build has its line, and no line is left over", () => {
  expect(
    routesOnDisk()
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(Object.keys(expectedRoutes).toSorted())
  expect(
    serverActions()
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(Object.keys(expectedActions).toSorted())
})

for (const route of routesOnDisk())
  test(`${route.key} answers each of ten identities as the policy says`, async () => {
    const expected = expectedRoutes[route.key]
    expect(expected, "a line in e2e/matrix/expected.ts").toBeDefined()
    if (!expected) return
    const { sessions, canary, ...rest } = await world()
    const path = expected.path({ sessions, canary, ...rest })
    for (const identity of identities) {
      const sent = sentTo(route, expected)
      const answer = await ask({ path, method: route.method, session: sessions[identity], ...sent })
      assertExpected({ answer, route, expected, identity, canary })
    }
  })

test("personal fields of contacts are read by the roles of the policy alone", async () => {
  const { sessions, account, contactName } = await world()
  for (const identity of identities) {
    if (identity === "anonymous") continue
    const { body } = await ask({ path: `/accounts/${account.slug}`, session: sessions[identity] })
    const mayRead = can({ role: identity }, "contact.read_personal")
    expect(body.includes(contactName), identity).toBe(mayRead)
  }
})

test("methods that an endpoint does not have are refused to everybody", async () => {
  const { sessions, canary, account } = await world()
  for (const path of ["/api/stream", `/api/v1/cs-ops/health/${account.id}`, "/api/health/live"])
    for (const method of ["POST", "PUT", "PATCH", "DELETE"])
      for (const session of [null, sessions.admin]) {
        const answer = await ask({
          path,
          method,
          session,
          body: "{}",
          headers: { "content-type": "application/json" },
        })
        expect(answer.status, `${method} ${path}`).toBe(405)
        expect(answer.body).not.toContain(canary)
      }
})

test("security headers stand on every kind of answer", async () => {
  const { sessions, account } = await world()
  for (const path of [
    "/sign-in",
    "/accounts",
    `/api/v1/cs-ops/health/${account.id}`,
    "/accounts/nothing",
    "/nothing",
  ]) {
    const { headers } = await ask({ path, session: sessions.viewer })
    expect(headers["x-content-type-options"], path).toBe("nosniff")
    expect(headers["x-frame-options"], path).toBe("DENY")
    expect(headers["content-security-policy"], path).toMatch(
      /script-src 'self' 'nonce-[^']+' 'strict-dynamic'/,
    )
    expect(headers["x-powered-by"], path).toBeUndefined()
  }
})

test("files for the browser hold no secret and no name of the server", () => {
  const { NEXTAUTH_SECRET, CSOPS_MASTER_KEY } = secrets()
  const forbidden = [
    NEXTAUTH_SECRET,
    CSOPS_MASTER_KEY,
    "csops_owner",
    "CSOPS_MASTER_KEY",
    "postgres://",
    "drizzle",
  ]
  const folder = join(root, ".next/static")
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.(js|css|json|map)$/.test(name)) continue
    const text = readFileSync(join(folder, name), "utf8")
    for (const word of forbidden) expect(text.includes(word), `${word} in ${name}`).toBe(false)
  }
})
