import { expect, test } from "vitest"
import { readBearer } from "./bearer-header.ts"

const token = "A-z_09".padEnd(43, "x")

test.each([`Bearer ${token}`, `bearer ${token}`, `BEARER   ${token} `])("%s carries the token", (header) => {
  expect(readBearer(header)).toEqual({ isBearer: true, token })
})

test.each([
  "Bearer",
  "Bearer ",
  "Bearer a.b.c",
  "Bearer %E0%A4%A",
  `Bearer ${token}x`,
  `Bearer ${token.slice(1)}`,
  `Bearer ${token}, Bearer ${token}`,
  `Bearer "${token}"`,
  `Bearer ${token}\n`.replace("x\n", "\n"),
  `Bearer ${"x".repeat(6_000)}`,
  "Bearer \u00e9\u00ff",
])("%j is a Bearer header without a possible token", (header) => {
  expect(readBearer(header)).toEqual({ isBearer: true, token: null })
})

test.each([null, "", "Basic YTpi", "Digest username=admin", ",,,", `Bearer${token}`, token])(
  "%j says nothing about a token",
  (header) => {
    expect(readBearer(header)).toEqual({ isBearer: false })
  },
)
