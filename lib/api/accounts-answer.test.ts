import { expect, test } from "vitest"
import { accountsLinks } from "#lib/api/accounts-answer.ts"

const url = new URL("http://localhost/api/v1/cs-ops/accounts?band=red&after=here&limit=20")

test("neighbours are named with the filters, order and size of the request", () => {
  expect(accountsLinks({ previous: "p", next: "n" }, url).link).toBe(
    '</api/v1/cs-ops/accounts?band=red&limit=20>; rel="first", ' +
      '</api/v1/cs-ops/accounts?band=red&limit=20&before=p>; rel="prev", ' +
      '</api/v1/cs-ops/accounts?band=red&limit=20&after=n>; rel="next"',
  )
})

test("the first page names no page before it, the last none after it, a whole list none", () => {
  expect(accountsLinks({ previous: null, next: "n" }, url).link).not.toContain("prev")
  expect(accountsLinks({ previous: "p", next: null }, url).link).not.toContain("next")
  expect(accountsLinks({ previous: null, next: null }, url)).toEqual({})
})
