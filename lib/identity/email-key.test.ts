import { expect, test } from "vitest"
import { emailKey } from "#lib/identity/email-key.ts"

test("addresses are looked up trimmed and in lower case", () => {
  expect(emailKey(" Admin@Demo.Example ")).toBe("admin@demo.example")
})

test.each(["", "admin", "a b@demo.example", "admin＠demo.example", "a@b@c.example", "a@demo.example\u0000"])(
  "%j is no address",
  (text) => {
    expect(emailKey(text)).toBeNull()
  },
)
