import * as fc from "fast-check"
import { expect, test } from "vitest"
import { type ListPlace, listCursor, listPosition, readListCursor } from "#lib/accounts/list-cursor.ts"
import { accountsHref } from "#lib/accounts/list-href.ts"
import {
  type AccountSortKey,
  type AccountsQuery,
  accountSortKeys,
  accountsQuery,
  sortKeyOf,
  sortOf,
} from "#lib/accounts/list-query.ts"

const text = fc.string({ unit: "binary", maxLength: 40 }).filter((name) => !name.includes("\0"))
const day = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const valuesOf: Record<AccountSortKey, fc.Arbitrary<ListPlace["value"]>> = {
  exposure: fc.option(fc.maxSafeInteger()),
  name: text,
  health: fc.option(fc.integer({ min: -32_768, max: 32_767 })),
  arr: fc.option(fc.maxSafeInteger()),
  renewal: fc.option(day),
  owner: fc.option(text),
  contact: fc.option(day),
}
const sorts = accountSortKeys.flatMap((key) => [key, `-${key}`] as const)
const query: fc.Arbitrary<AccountsQuery> = fc.record(
  {
    sort: fc.constantFrom(...sorts),
    band: fc.constantFrom("red", "green"),
    q: fc.constantFrom("a", "Nørre"),
    stage: fc.constantFrom("onboarding", "churned"),
  },
  { requiredKeys: [] },
)

/** A list and a place in it. */
const stand = query.chain((asked) =>
  fc.record({
    asked: fc.constant(asked),
    here: fc.record({
      value: valuesOf[sortKeyOf(asked)],
      arrCents: fc.option(fc.maxSafeInteger()),
      nameKey: text,
      id: fc.uuid(),
    }),
  }),
)

test("a place is read back from its cursor, also out of an address", () => {
  fc.assert(
    fc.property(stand, ({ asked, here }) => {
      const cursor = listCursor(asked, here)
      const address = new URL(accountsHref(asked, { after: cursor }), "http://localhost")
      const again = accountsQuery.parse(Object.fromEntries(address.searchParams))
      expect(listPosition(again)).toEqual({ direction: "after", place: here })
    }),
  )
})

test("a cursor is refused in a list of other filters or another order", () => {
  fc.assert(
    fc.property(stand, query, ({ asked, here }, other) => {
      const isSame =
        (["q", "band", "stage"] as const).every((key) => asked[key] === other[key]) &&
        sortOf(asked) === sortOf(other)
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

test.each([
  ["exposure", 1.5],
  ["exposure", "12"],
  ["health", "abc"],
  ["health", "12"],
  ["health", 1.5],
  ["health", 32_768],
  ["arr", 1.5],
  ["arr", 1e300],
  ["arr", "100"],
  ["renewal", "abc"],
  ["renewal", "2026-02-30"],
  ["renewal", "0000-01-01"],
  ["renewal", 12],
  ["contact", "infinity"],
  ["contact", 0],
  ["name", 12],
  ["name", null],
  ["owner", 12],
] as const)("sorted by %s, a place at %j: refused, for its column holds no such value", (sort, value) => {
  for (const asked of [{ sort }, { sort: `-${sort}` }] as const)
    expect(listPosition({ ...asked, after: listCursor(asked, { ...somewhere, value }) })).toBe("refused")
})

test("without a cursor the list begins at its beginning", () => {
  expect(listPosition({ band: "red" })).toBeNull()
})
