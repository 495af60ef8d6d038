import { randomBytes } from "node:crypto"
import { decode, encode } from "next-auth/jwt"
import { expect, test } from "#e2e/fixtures.ts"
import { secrets } from "#e2e/world/database.ts"
import { ask } from "./ask.ts"
import { type MatrixWorld, matrixWorld } from "./world.ts"

let made: Promise<MatrixWorld> | undefined
const world = () => (made ??= matrixWorld("Tokens"))

const unsigned = (claims: object) =>
  [{ alg: "none", typ: "JWT" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".")

test("a session's cookie is no bearer token, and a malformed one is refused with a challenge", async () => {
  const { sessions, account, canary } = await world()
  const token = sessions.admin ?? ""
  const headers = [
    `Bearer ${token}`,
    `bearer ${token}`,
    "Bearer",
    "Bearer ",
    "Bearer a.b.c",
    `Bearer ${unsigned({ sid: "x" })}.`,
    `Bearer ${"x".repeat(6_000)}`,
    "Bearer \u00e9\u00ff",
    `Basic ${Buffer.from("admin:admin").toString("base64")}`,
    "Digest username=admin",
    ",,,",
  ]
  for (const path of [`/api/v1/cs-ops/health/${account.id}`, "/api/stream"])
    for (const authorization of headers) {
      const answer = await ask({ path, headers: { authorization } })
      expect(answer.status, `${path} with ${authorization.slice(0, 30)}`).toBe(401)
      expect(answer.headers["www-authenticate"]).toMatch(/^Bearer /)
      expect(answer.headers["content-type"]).toContain("application/problem+json")
      expect(answer.body).not.toContain(canary)
    }
  const page = await ask({ path: "/accounts", headers: { authorization: `Bearer ${token}` } })
  expect(page.status).toBe(307)
})

test("only a cookie that this installation sealed for a living session counts", async () => {
  const { sessions, account, canary } = await world()
  const whole = sessions.admin ?? ""
  const secret = secrets().NEXTAUTH_SECRET
  const claims = await decode({ token: whole, secret })
  const sid: unknown = claims?.sid
  expect(typeof sid).toBe("string")
  const parts = whole.split(".")
  const changed = Buffer.from(parts[3] ?? "", "base64url")
  changed[0] = (changed[0] ?? 0) ^ 1
  const forged: Record<string, string> = {
    "sealed with another key": await encode({ token: { sid }, secret: randomBytes(32).toString("base64") }),
    "of an unknown session": await encode({ token: { sid: randomBytes(32).toString("base64url") }, secret }),
    "out of date": await encode({ token: { sid }, secret, maxAge: -60 }),
    "without a session": await encode({ token: { sub: "admin" }, secret }),
    "not sealed": `${unsigned({ sid })}.`,
    "the session's token itself": String(sid),
    "changed by one bit": [...parts.slice(0, 3), changed.toString("base64url"), parts[4]].join("."),
    cut: whole.slice(0, -4),
    empty: "%20",
  }
  for (const [what, session] of Object.entries(forged)) {
    const api = await ask({ path: `/api/v1/cs-ops/health/${account.id}`, session })
    expect(api.status, what).toBe(401)
    const page = await ask({ path: "/accounts", session })
    expect(page.status, what).toBe(307)
    expect(page.body, what).not.toContain(canary)
  }
  const sealed = await encode({ token: { sid }, secret })
  expect((await ask({ path: "/accounts", session: sealed })).status).toBe(200)
})
