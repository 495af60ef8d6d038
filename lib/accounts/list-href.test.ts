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
  expect(accountsHref({ band: "red", after: "place" }, { band: undefined })).toBe("/accounts")
  expect(accountsHref({ band: "red", before: "place" }, {})).toBe("/accounts?band=red")
  expect(accountsHref({ band: "red", after: "one" }, { before: "two" })).toBe("/accounts?band=red&before=two")
})

test("what is written is read back the same", () => {
  const query = {
    q: "Nørre",
    band: "insufficient",
    segment: "Mid-Market",
    sort: "-renewal",
    after: "place",
  } as const
  const address = new URL(accountsHref(query, { after: query.after }), "http://localhost")
  expect(accountsQuery.parse(Object.fromEntries(address.searchParams))).toEqual(query)
})

test("what cannot be read is dropped, never an error", () => {
  expect(accountsQuery.parse({ band: "purple", sort: "password", page: "0", after: "", q: "  " })).toEqual({})
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
