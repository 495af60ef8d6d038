import { expect, test } from "vitest"
import { nextPath } from "#lib/identity/next-path.ts"

test.each([
  ["/accounts/northwind?x=1", "/accounts/northwind?x=1"],
  [undefined, "/home"],
  ["", "/home"],
  ["https://evil.example", "/home"],
  ["//evil.example", "/home"],
  ["/\\evil.example", "/home"],
  ["/\t/evil.example", "/home"],
  ["javascript:alert(1)", "/home"],
])("%j leads to %s", (asked, path) => {
  expect(nextPath(asked)).toBe(path)
})
