import { expect, test } from "vitest"
import { nextPath } from "#lib/identity/next-path.ts"

test.each([
  ["/accounts/northwind?x=1", "/accounts/northwind?x=1"],
  [undefined, "/accounts"],
  ["", "/accounts"],
  ["https://evil.example", "/accounts"],
  ["//evil.example", "/accounts"],
  ["/\\evil.example", "/accounts"],
  ["/\t/evil.example", "/accounts"],
  ["javascript:alert(1)", "/accounts"],
])("%j leads to %s", (asked, path) => {
  expect(nextPath(asked)).toBe(path)
})
