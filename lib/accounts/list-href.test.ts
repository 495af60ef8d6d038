import { expect, test } from "vitest"
import { accountSort, accountsHref } from "#lib/accounts/list-href.ts"
import { accountsQuery } from "#lib/accounts/list-query.ts"

test("the address carries what is set, in one order", () => {
  expect(accountsHref({}, {})).toBe("/accounts")
  expect(accountsHref({ sort: "-arr", q: "ha & co" }, { band: "red" })).toBe(
    "/accounts?q=ha+%26+co&band=red&sort=-arr",
  )
})

test("a filter taken off, or any other change, goes back to the first page", () => {
  expect(accountsHref({ band: "red", page: 3 }, { band: undefined })).toBe("/accounts")
  expect(accountsHref({ band: "red", page: 3 }, { page: 4 })).toBe("/accounts?band=red&page=4")
  expect(accountsHref({ page: 2 }, { page: 1 })).toBe("/accounts")
})

test("what is written is read back the same", () => {
  const query = {
    q: "Nørre",
    band: "insufficient",
    segment: "Mid-Market",
    sort: "-renewal",
    page: 2,
  } as const
  const address = new URL(accountsHref(query, { page: 2 }), "http://localhost")
  expect(accountsQuery.parse(Object.fromEntries(address.searchParams))).toEqual(query)
})

test("what cannot be read is dropped, never an error", () => {
  expect(accountsQuery.parse({ band: "purple", sort: "password", page: "0", q: "  " })).toEqual({})
})

test("a column is sorted one way, then the other; money starts with the largest", () => {
  expect(accountSort({}, "health")).toEqual({ direction: null, href: "/accounts?sort=health" })
  expect(accountSort({}, "arr").href).toBe("/accounts?sort=-arr")
  expect(accountSort({ sort: "health" }, "health")).toEqual({
    direction: "ascending",
    href: "/accounts?sort=-health",
  })
  expect(accountSort({ sort: "-arr" }, "arr")).toEqual({
    direction: "descending",
    href: "/accounts?sort=arr",
  })
})
