import fc from "fast-check"
import { expect, test } from "vitest"
import { formatRowCursor, readRowCursor } from "./row-cursor.ts"

const id = "01990000-0000-7000-8000-000000000001"

test("a cursor comes back from an address as it went in", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (sortKey) => {
      fc.pre(!sortKey.includes("\0") && sortKey.isWellFormed())
      const address = new URLSearchParams(`after=${formatRowCursor({ sortKey, id })}`)
      expect(readRowCursor(address.get("after"))).toEqual({ sortKey, id })
    }),
  )
})

test.each([undefined, "", "x", "[]", '["a","b"]', '["a"]', `["a\\u0000","${id}"]`, "[".repeat(900), ["a"]])(
  "%j is no cursor",
  (text) => {
    expect(readRowCursor(text)).toBeNull()
  },
)
