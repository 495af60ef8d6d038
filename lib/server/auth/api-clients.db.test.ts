import { createHash, randomBytes } from "node:crypto"
import { encode } from "next-auth/jwt"
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { z } from "zod"
import { GET as metadata } from "#app/.well-known/oauth-authorization-server/route.ts"
import { POST as tokenRoute } from "#app/api/oauth/token/route.ts"
import { GET as healthRoute } from "#app/api/v1/cs-ops/health/[customer_id]/route.ts"
import { createApiClient, openApiToken, revokeApiClient } from "#db/commands/api-clients.ts"
import { openSession } from "#db/commands/sessions.ts"
import { beforeSignIn, inWorkspace } from "#db/in-workspace.ts"
import { accountsWithUsage, publishUsageModel } from "#db/testing/scored-book.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import type { Scope } from "#lib/access/scopes.ts"
import type { LoginId } from "#lib/id.ts"
import { newId } from "#lib/platform/new-id.ts"
import { rescoreWorkspace } from "#lib/server/health/rescore-workspace.ts"
import { endpoint } from "../endpoint.ts"

const secret = "a secret of this test, long enough to be one"
const request = vi.hoisted(() => {
  process.env.NEXTAUTH_SECRET = "a secret of this test, long enough to be one"
  process.env.NEXTAUTH_URL = "http://ops.example:3000/"
  process.env.CSOPS_LOG_LEVEL = "error"
  process.env.CSOPS_NOW = "2026-11-16T09:00:00Z"
  return { cookie: null as string | null }
})

// The framework's per-request store, which is there only inside a running server.
vi.mock("server-only", () => ({}))
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (request.cookie ? { value: request.cookie } : undefined) }),
  headers: async () => new Headers(),
}))

const { owner } = testDatabase()
const digest = (text: string) => createHash("sha256").update(text).digest()
const random = () => randomBytes(32).toString("base64url")
const address = "http://ops.example:3000/api/oauth/token"
const held: Scope[] = ["cs-ops:accounts:read", "cs-ops:health:read"]

type Client = { readonly id: string; readonly secret: string }

async function clientOf({ caller }: TestWorkspace, scopes = held): Promise<Client> {
  const clientSecret = random()
  const given = { name: `Client ${newId()}`, scopes, secretHash: digest(clientSecret) }
  const outcome = await inWorkspace(caller, (tx) => createApiClient(tx, caller, given))
  if (!outcome.ok) throw new Error(outcome.reason)
  return { id: outcome.value.id, secret: clientSecret }
}

type Asked = { form?: Record<string, string> | string; headers?: Record<string, string> }

function ask({ form = {}, headers = {} }: Asked): Promise<Response> {
  const body =
    typeof form === "string"
      ? form
      : new URLSearchParams({ grant_type: "client_credentials", ...form }).toString()
  const type = { "content-type": "application/x-www-form-urlencoded" }
  return tokenRoute(new Request(address, { method: "POST", body, headers: { ...type, ...headers } }))
}

const basic = ({ id, secret: own }: Client) => ({
  authorization: `Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(own)}`)}`,
})

const answer = z.object({
  access_token: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  token_type: z.literal("Bearer"),
  expires_in: z.literal(900),
  scope: z.string(),
})

async function tokenOf(client: Client, scope?: string): Promise<string> {
  const response = await ask({ form: scope ? { scope } : {}, headers: basic(client) })
  return answer.parse(await response.json()).access_token
}

async function expectRefusal(response: Response, status: number, error: string): Promise<void> {
  const body = z.object({ error: z.string(), error_description: z.string() }).parse(await response.json())
  expect({ status: response.status, error: body.error }).toEqual({ status, error })
  expect(body.error_description).toMatch(/^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/)
  expect(response.headers.get("cache-control")).toBe("no-store")
  expect(response.headers.get("content-type")).toContain("application/json")
  if (status === 401) expect(response.headers.get("www-authenticate")).toMatch(/^Basic realm=/)
}

let home: TestWorkspace
let accountId: string
let client: Client
beforeAll(async () => {
  home = await testWorkspace()
  await publishUsageModel(home.caller)
  const ids = await accountsWithUsage(home.caller, { usage: { acme: 80 }, day: "2026-11-16" })
  await rescoreWorkspace(home.caller, { day: "2026-11-16" })
  accountId = ids.get("acme") ?? ""
  client = await clientOf(home)
})
beforeEach(() => {
  request.cookie = null
})

describe("the token endpoint", () => {
  test("answers a token for all or part of the scopes, by header or by form, never to be stored", async () => {
    const whole = await ask({ headers: basic(client) })
    expect(whole.status).toBe(200)
    expect(whole.headers.get("cache-control")).toBe("no-store")
    expect(whole.headers.get("pragma")).toBe("no-cache")
    expect(answer.parse(await whole.json()).scope).toBe("cs-ops:accounts:read cs-ops:health:read")
    const part = await ask({
      form: { client_id: client.id, client_secret: client.secret, scope: "cs-ops:health:read" },
    })
    expect(answer.parse(await part.json()).scope).toBe("cs-ops:health:read")
  })

  test("keeps the hash of a token alone, for a quarter of an hour", async () => {
    const token = await tokenOf(client)
    const [row] = await owner`
      select *, extract(epoch from expires_at - created_at)::int as seconds from api_token
      where token_hash = ${digest(token)}`
    expect(row).toMatchObject({ client_id: client.id, workspace_id: home.workspaceId, seconds: 900 })
    expect(JSON.stringify(row)).not.toContain(token)
  })

  test("refuses wrong secrets, unknown ids and more than the client may have", async () => {
    const wrong = { ...client, secret: random() }
    await expectRefusal(await ask({ headers: basic(wrong) }), 401, "invalid_client")
    await expectRefusal(await ask({ headers: basic({ ...client, id: newId() }) }), 401, "invalid_client")
    await expectRefusal(await ask({ headers: basic({ ...client, id: "\u0000" }) }), 401, "invalid_client")
    await expectRefusal(await ask({}), 401, "invalid_client")
    const form = { scope: "cs-ops:audit:read" }
    await expectRefusal(await ask({ form, headers: basic(client) }), 400, "invalid_scope")
    const twice = { client_id: client.id, client_secret: client.secret }
    await expectRefusal(await ask({ form: twice, headers: basic(client) }), 400, "invalid_request")
    const grant = { grant_type: "password" }
    await expectRefusal(await ask({ form: grant, headers: basic(client) }), 400, "unsupported_grant_type")
  })

  test("refuses what is no form, is too long, is not UTF-8 or breaks off, and never fails", async () => {
    const headers = { ...basic(client), "content-type": "application/json" }
    await expectRefusal(await ask({ form: "{}", headers }), 400, "invalid_request")
    const long = { padding: "x".repeat(20_000) }
    await expectRefusal(await ask({ form: long, headers: basic(client) }), 400, "invalid_request")
    const type = { "content-type": "application/x-www-form-urlencoded" }
    const cut = new ReadableStream({ start: (stream) => stream.error(new Error("reset")) })
    for (const body of [new Uint8Array([0xff, 0xfe]), cut]) {
      const init = { method: "POST", body, headers: type, duplex: "half" }
      await expectRefusal(await tokenRoute(new Request(address, init)), 400, "invalid_request")
    }
    for (const authorization of ["Basic", "Basic %%%", "Bearer x", ",,,", "Basic //79"])
      await expectRefusal(await ask({ headers: { authorization } }), 401, "invalid_client")
  })

  test("a revoked client gets no token", async () => {
    const gone = await clientOf(home)
    await inWorkspace(home.caller, (tx) => revokeApiClient(tx, home.caller, { id: gone.id }))
    await expectRefusal(await ask({ headers: basic(gone) }), 401, "invalid_client")
  })
})

test("the metadata names the endpoint under the configured origin", async () => {
  expect(await metadata().json()).toMatchObject({
    issuer: "http://ops.example:3000",
    token_endpoint: address,
    grant_types_supported: ["client_credentials"],
    scopes_supported: expect.arrayContaining(held),
  })
})

/** A signed-in admin of the workspace: the sealed cookie of the browser and the token inside it. */
async function signedIn({ workspaceId }: TestWorkspace): Promise<{ cookie: string; sid: string }> {
  const loginId = newId() as LoginId
  const email = `${loginId}@tokens.example`
  await owner`
    insert into login (id, email, email_key, name, password_hash) values (${loginId}, ${email}, ${email}, 'Ada', 'x')`
  await owner`
    insert into membership (workspace_id, login_id, role) values (${workspaceId}, ${loginId}, 'admin')`
  const sid = random()
  await beforeSignIn((on) => openSession(on, { tokenHash: digest(sid), loginId, userAgent: null }))
  return { cookie: await encode({ token: { sid }, secret }), sid }
}

function health(authorization?: string, reference = accountId): Promise<Response> {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
  const asked = new Request("http://ops.example:3000/api/v1/cs-ops/health/x", { headers })
  return healthRoute(asked, { params: Promise.resolve({ customer_id: reference }) })
}

const challenge = (response: Response) => response.headers.get("www-authenticate") ?? ""
const plain = 'Bearer realm="cs-ops"'

describe("the API", () => {
  test("answers a token with the scope", async () => {
    const response = await health(`Bearer ${await tokenOf(client)}`)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ customer_id: accountId, health_score: 80 })
  })

  test("tells a token without the scope which one is missing", async () => {
    const response = await health(`Bearer ${await tokenOf(client, "cs-ops:accounts:read")}`)
    expect(response.status).toBe(403)
    expect(challenge(response)).toMatch(/^Bearer realm="cs-ops", error="insufficient_scope", /)
    expect(challenge(response)).toMatch(/, scope="cs-ops:health:read"$/)
    expect(response.headers.get("content-type")).toBe("application/problem+json")
  })

  test("challenges without an error code who sends nothing, or another scheme", async () => {
    for (const authorization of [undefined, "Basic YTpi", ",,,"]) {
      const response = await health(authorization)
      expect(response.status).toBe(401)
      expect(challenge(response)).toBe(plain)
    }
  })

  test("refuses unknown, malformed, expired and revoked tokens", async () => {
    const ending = await clientOf(home)
    const expired = random()
    await beforeSignIn((on) =>
      openApiToken(on, {
        clientId: ending.id,
        tokenHash: digest(expired),
        scopes: held,
        lifetimeSeconds: 0,
      }),
    )
    const revoked = await tokenOf(ending)
    expect((await health(`Bearer ${revoked}`)).status).toBe(200)
    await inWorkspace(home.caller, (tx) => revokeApiClient(tx, home.caller, { id: ending.id }))
    const tokens = ["", "a.b.c", "%E0%A4%A", random(), expired, revoked, ending.secret, "x".repeat(6_000)]
    for (const token of tokens) {
      const response = await health(`Bearer ${token}`)
      expect(response.status, token).toBe(401)
      expect(challenge(response)).toContain('error="invalid_token"')
    }
  })

  test("does not show another workspace's account", async () => {
    const stranger = await clientOf(await testWorkspace())
    const token = await tokenOf(stranger)
    expect((await health(`Bearer ${token}`)).status).toBe(404)
    expect((await health(`Bearer ${token}`, "acme")).status).toBe(404)
  })

  test("takes a session as cookie alone and a token as header alone, and never one for the other", async () => {
    const { cookie, sid } = await signedIn(home)
    const token = await tokenOf(client)
    for (const given of [cookie, sid]) {
      const response = await health(`Bearer ${given}`)
      expect(response.status).toBe(401)
      expect(challenge(response)).toContain('error="invalid_token"')
    }
    for (const given of [token, await encode({ token: { sid: token }, secret })]) {
      request.cookie = given
      const response = await health()
      expect(response.status).toBe(401)
      expect(challenge(response)).toBe(plain)
    }
    request.cookie = cookie
    expect((await health()).status).toBe(200)
    expect((await health("Basic YTpi")).status).toBe(200)
    expect((await health("Bearer wrong")).status).toBe(401)
    const narrow = await tokenOf(client, "cs-ops:accounts:read")
    expect((await health(`Bearer ${narrow}`)).status).toBe(403)
  })

  test("asks cookies, not tokens, where a change comes from, and acts in the client's name", async () => {
    const contract = {
      method: "POST",
      path: "/api/v1/cs-ops/who",
      summary: "Who is calling",
      permission: "account.write",
      params: z.object({}),
      query: z.object({}),
      body: z.object({}),
      answer: z.object({ name: z.string(), via: z.string(), workspace: z.string() }),
    } as const
    const who = endpoint(contract, async (_, { actor, workspaceId }) => ({
      name: actor.name,
      via: actor.via,
      workspace: workspaceId,
    }))
    const post = (headers: Record<string, string>) => {
      const init = { method: "POST", body: "{}", headers: { host: "ops.example:3000", ...headers } }
      return who(new Request("http://ops.example:3000/x", init), { params: Promise.resolve({}) })
    }
    const writer = await clientOf(home, ["cs-ops:accounts:write"])
    const byToken = await post({ authorization: `Bearer ${await tokenOf(writer)}` })
    expect(await byToken.json()).toMatchObject({ via: "token", workspace: home.workspaceId })
    request.cookie = (await signedIn(home)).cookie
    expect((await post({})).status).toBe(403)
    expect((await post({ origin: "https://evil.example" })).status).toBe(403)
    expect((await post({ origin: "http://ops.example:3000" })).status).toBe(200)
  })
})
