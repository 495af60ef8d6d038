import { expect, test } from "vitest"
import { showAccounts, urgencyOf } from "./shown-accounts.ts"

test("a page of one account looks again for that account alone", () => {
  const leave = showAccounts(["a"])
  expect(urgencyOf(["b", "a"])).toBe("now")
  expect(urgencyOf(["b"])).toBe("never")
  expect(urgencyOf(null)).toBe("soon")
  leave()
})

test("a page that names no accounts looks again for any", () => {
  expect(urgencyOf(["b"])).toBe("soon")
})
