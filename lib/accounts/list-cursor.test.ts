import * as fc from "fast-check"
import { expect, test } from "vitest"
import { type ListPlace, listCursor, listPosition, readListCursor } from "#lib/accounts/list-cursor.ts"
import { accountsHref } from "#lib/accounts/list-href.ts"
import { type AccountsQuery, accountSortKeys, accountsQuery } from "#lib/accounts/list-query.ts"

const text = fc.string({ unit: "binary", maxLength: 40 }).filter((name) => !name.includes("\0"))
const place: fc.Arbitrary<ListPlace> = fc.record({
  value: fc.oneof(text, fc.integer(), fc.constant(null)),
  arrCents: fc.option(fc.maxSafeInteger()),
  nameKey: text,
  id: fc.uuid(),
})
const sorts = accountSortKeys.flatMap((key) => [key, `-${key}`] as const)
const query: fc.Arbitrary<AccountsQuery> = fc.record(
  {
    sort: fc.constantFrom(...sorts),
    band: fc.constantFrom("red", "green"),
    q: fc.constantFrom("a", "Nørre"),
  },
  { requiredKeys: [] },
)

test("a place is read back from its cursor, also out of an address", () => {
  fc.assert(
    fc.property(query, place, (asked, here) => {
      const cursor = listCursor(asked, here)
      const address = new URL(accountsHref(asked, { after: cursor }), "http://localhost")
      const again = accountsQuery.parse(Object.fromEntries(address.searchParams))
      expect(listPosition(again)).toEqual({ direction: "after", place: here })
    }),
  )
})

test("a cursor is refused in a list of other filters or another order", () => {
  fc.assert(
    fc.property(query, query, place, (asked, other, here) => {
      const isSame = (["q", "band", "sort"] as const).every((key) => asked[key] === other[key])
      expect(readListCursor(other, listCursor(asked, here)) !== null).toBe(isSame)
    }),
  )
})

const somewhere: ListPlace = {
  value: 12,
  arrCents: null,
  nameKey: "b",
  id: "0190f0a0-1111-7000-8000-000000000001",
}

test.each([
  ["no cursor", "%%%"],
  ["cut off", listCursor({}, somewhere).slice(0, -9)],
  ["not of this kind", btoa('{"value":1}')],
  ["a NUL, which no text column can hold", listCursor({}, { ...somewhere, nameKey: "\0" })],
  ["no id", listCursor({}, { ...somewhere, id: "x" })],
])("%s: refused", (_, cursor) => {
  expect(listPosition({ after: cursor })).toBe("refused")
  expect(listPosition({ before: cursor })).toBe("refused")
})

test("without a cursor the list begins at its beginning", () => {
  expect(listPosition({ band: "red" })).toBeNull()
})
