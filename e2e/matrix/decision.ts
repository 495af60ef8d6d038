import { expect } from "@playwright/test"
import { can } from "#lib/access/policy.ts"
import type { Answer } from "./ask.ts"
import type { ExpectedRoute } from "./expected.ts"
import type { Route } from "./route-tree.ts"
import type { Identity } from "./world.ts"

export type Decision = { readonly says: string; readonly hasData: boolean }

/** What an answer amounts to, without what differs from one request to the next. */
export function decisionOf({ status, headers, body }: Answer, canary: string): Decision {
  const location = headers.location ? ` to ${pathOf(headers.location)}` : ""
  const streamed = /NEXT_REDIRECT;(?:replace|push);([^;]+);/.exec(body)?.[1]
  const inBody = streamed ? ` telling ${pathOf(streamed)}` : ""
  return { says: `${status}${location}${inBody}`, hasData: body.includes(canary) }
}

const pathOf = (address: string) => new URL(address, "http://localhost").pathname

/** Holds one answer against the line of the pivot. */
export function assertExpected({
  answer,
  route,
  expected,
  identity,
  canary,
}: {
  answer: Answer
  route: Route
  expected: ExpectedRoute
  identity: Identity
  canary: string
}): void {
  const { says, hasData } = decisionOf(answer, canary)
  const where = `${route.key} asked by ${identity}`
  const cache = answer.headers["cache-control"] ?? ""
  if (expected.for === "everybody") {
    expect(hasData, where).toBe(false)
    if (expected.status) expect(answer.status, where).toBe(expected.status)
    else expect(answer.status, where).toBeLessThan(400)
    if (expected.redirectsTo) expect(says, where).toContain(expected.redirectsTo)
    return
  }
  if (identity === "anonymous") {
    expect(hasData, where).toBe(false)
    if (route.kind === "page") expect(says, where).toMatch(/^30[2378] to \/sign-in/)
    else {
      expect(answer.status, where).toBe(401)
      expect(answer.headers["content-type"], where).toContain("application/problem+json")
      expect(answer.headers["www-authenticate"], where).toMatch(/^Bearer /)
      expect(JSON.parse(answer.body), where).toMatchObject({ status: 401, type: "/problems/not_signed_in" })
    }
  } else if (can({ role: identity }, expected.for)) {
    expect(answer.status, where).toBe(expected.status ?? 200)
    const { showsCanary } = expected
    const isShown = typeof showsCanary === "string" ? can({ role: identity }, showsCanary) : showsCanary
    expect(hasData, where).toBe(isShown)
  } else if (route.kind === "page") {
    // A page tells in its place which permission is missing.
    expect(answer.body, where).toContain("Your role does not allow this")
    expect(hasData, where).toBe(false)
  } else {
    expect([403, 404], where).toContain(answer.status)
    expect(hasData, where).toBe(false)
  }
  expect(cache, `${where}: cache-control`).toMatch(/\bprivate\b/)
  expect(cache, `${where}: cache-control`).toMatch(/\bno-store\b/)
}
