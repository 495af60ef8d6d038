import { expect, test } from "vitest"
import { domainOf } from "./domain-of.ts"

test("a host name is found in an address, and only there", () => {
  expect(domainOf("acme.com")).toBe("acme.com")
  expect(domainOf("HTTP://shop.acme.co.uk:8080/a?b#c")).toBe("shop.acme.co.uk")
  expect(domainOf("ann@acme.com")).toBeNull()
  expect(domainOf("Acme Inc")).toBeNull()
})
