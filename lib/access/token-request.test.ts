import fc from "fast-check"
import { expect, test } from "vitest"
import { decideScopes, readTokenRequest } from "./token-request.ts"

const form = "application/x-www-form-urlencoded"
const basic = (text: string) => `Basic ${btoa(text)}`

const read = (body: string, authorization: string | null = null, contentType: string | null = form) =>
  readTokenRequest({ contentType, authorization, body })

const reasonOf = (outcome: ReturnType<typeof read>) => (outcome.ok ? "accepted" : outcome.reason)

test("credentials come from the form", () => {
  expect(read("grant_type=client_credentials&client_id=a&client_secret=b&scope=x+y")).toEqual({
    ok: true,
    value: { clientId: "a", clientSecret: "b", scope: "x y" },
  })
})

test("credentials come from the Basic header, form-url-decoded", () => {
  const expected = { ok: true, value: { clientId: "a:b c", clientSecret: "ü:1 2", scope: null } }
  expect(read("grant_type=client_credentials", basic("a%3Ab+c:%C3%BC%3A1%202"))).toEqual(expected)
  expect(
    read(
      "grant_type=client_credentials&scope=&client_id=a%3Ab+c",
      basic("a%3Ab+c:%C3%BC:1+2"),
      `${form}; charset=UTF-8`,
    ),
  ).toEqual(expected)
})

const ask = "grant_type=client_credentials"
test.each<[string, string, string | null]>([
  ["invalid_client", ask, null],
  ["invalid_client", `${ask}&client_id=a`, null],
  ["invalid_client", `${ask}&client_secret=a`, null],
  ["invalid_client", `${ask}&client_id=&client_secret=`, null],
  ["invalid_client", ask, "Basic"],
  ["invalid_client", ask, "Basic !!!"],
  ["invalid_client", ask, "Basic YQ="],
  ["invalid_client", ask, "Basic A"],
  ["invalid_client", ask, basic("no-colon")],
  ["invalid_client", ask, basic(":secret")],
  ["invalid_client", ask, basic("id:")],
  ["invalid_client", ask, basic("id:%E0%A4%A")],
  ["invalid_client", ask, `Basic ${btoa("\xff\xfe:x")}`],
  ["invalid_client", ask, "Bearer abc"],
  ["invalid_request", `${ask}&client_secret=b`, basic("a:b")],
  ["invalid_request", `${ask}&client_id=other`, basic("a:b")],
  ["invalid_request", "", basic("a:b")],
  ["invalid_request", "grant_type=", basic("a:b")],
  ["invalid_request", `${ask}&${ask}`, basic("a:b")],
  ["invalid_request", `${ask}&scope=a&scope=b`, basic("a:b")],
  ["invalid_request", `${ask}&other=&other=`, basic("a:b")],
  ["unsupported_grant_type", "grant_type=password&username=a&password=b", basic("a:b")],
  ["unsupported_grant_type", "grant_type=refresh_token", basic("a:b")],
  ["unsupported_grant_type", "grant_type=Client_Credentials", basic("a:b")],
])("%s for %j with %j", (reason, body, authorization) => {
  expect(reasonOf(read(body, authorization))).toBe(reason)
})

test.each([null, "", "application/json", "multipart/form-data", `text/plain; ${form}`])(
  "content type %j is refused",
  (contentType) => {
    expect(reasonOf(read(`${ask}&client_id=a&client_secret=b`, null, contentType))).toBe("invalid_request")
  },
)

test("whatever is sent, the answer is a decision, and its words fit a header and the standard", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.option(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `Basic ${text}`),
          fc.base64String().map((text) => `Basic ${text}`),
        ),
      ),
      (body, authorization) => {
        const outcome = read(body, authorization)
        if (!outcome.ok) expect(outcome.detail).toMatch(/^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/)
      },
    ),
  )
})

test("scopes are all that the client holds, or the part asked for", () => {
  const held = ["cs-ops:accounts:read", "cs-ops:health:read"] as const
  const both = { ok: true, value: held }
  expect(decideScopes(null, held)).toEqual(both)
  expect(decideScopes("cs-ops:health:read cs-ops:accounts:read cs-ops:health:read", held)).toEqual(both)
  expect(decideScopes("cs-ops:health:read", held)).toEqual({ ok: true, value: ["cs-ops:health:read"] })
  for (const asked of [
    "cs-ops:audit:read",
    "cs-ops:health:read cs-ops:audit:read",
    "cs-ops:health:read  cs-ops:accounts:read",
    "CS-OPS:HEALTH:READ",
    " ",
    "\u0000",
    "*",
  ])
    expect(decideScopes(asked, held), asked).toMatchObject({ ok: false, reason: "invalid_scope" })
  expect(decideScopes(null, [])).toMatchObject({ ok: false, reason: "invalid_scope" })
})
