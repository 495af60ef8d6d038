import { expect, test } from "vitest"
import { accountSort, accountsHref, peekHref } from "#lib/accounts/list-href.ts"
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

test("what goes without saying is not written, and a change closes what is beside the list", () => {
  expect(accountsHref({ sort: "-exposure", peek: "halden" }, {})).toBe("/accounts")
  expect(peekHref({ sort: "name", after: "place" }, "halden")).toBe(
    "/accounts?sort=name&peek=halden&after=place",
  )
  expect(peekHref({ after: "place", peek: "halden" }, undefined)).toBe("/accounts?after=place")
})

test("what is written is read back the same", () => {
  const query = {
    q: "Nørre",
    band: "insufficient",
    health: "40..60",
    segment: "Mid-Market",
    stage: "renewal",
    team: "0190a000-0000-7000-8000-000000000001",
    owner: "me",
    due: "90d",
    quiet: "30d",
    lost: "hide",
    cols: "name,health,last_contact",
    plot: "health",
    density: "compact",
    view: "act-now",
    peek: "halden-1",
    sort: "-renewal",
    after: "place",
  } as const
  const address = new URL(accountsHref(query, { after: query.after, peek: query.peek }), "http://localhost")
  expect(accountsQuery.parse(Object.fromEntries(address.searchParams))).toEqual(query)
})

test("what cannot be read is dropped, never an error", () => {
  expect(
    accountsQuery.parse({
      band: "purple",
      sort: "password",
      page: "0",
      after: "",
      q: "  ",
      health: "60..40",
    }),
  ).toEqual({})
})

test("a column is sorted one way, then the other; money starts with the largest", () => {
  expect(accountSort({}, "exposure")).toEqual({ direction: "descending", href: "/accounts?sort=exposure" })
  expect(accountSort({ sort: "exposure" }, "exposure")).toEqual({ direction: "ascending", href: "/accounts" })
  expect(accountSort({ sort: "name" }, "exposure").href).toBe("/accounts")
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

test("a segment is called as the frame calls it, and read as it was called before", () => {
  expect(accountsHref({ segment: "SMB" }, {})).toBe("/accounts?seg=SMB")
  expect(accountsQuery.parse({ segment: "SMB" })).toEqual({ segment: "SMB" })
  expect(accountsQuery.parse({ seg: "SMB", segment: "Enterprise" })).toEqual({ segment: "SMB" })
  expect(accountsQuery.parse({ seg: "", segment: "Enterprise" })).toEqual({ segment: "Enterprise" })
  expect(accountsQuery.parse({ seg: "bogus" }).segment).toBeUndefined()
})

test("a list that has nothing left of its view no longer names it", () => {
  expect(accountsHref({ owner: "me", view: "mine" }, { owner: undefined })).toBe("/accounts")
  expect(accountsHref({ owner: "me", lost: "hide", view: "mine" }, { owner: undefined })).toBe(
    "/accounts?lost=hide&view=mine",
  )
  expect(accountsHref({ view: "mine", period: "4w" }, {})).toBe("/accounts?period=4w")
})
