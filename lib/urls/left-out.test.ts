import { expect, test } from "vitest"
import { accountsQuery } from "#lib/accounts/list-query.ts"
import { leftOut } from "./left-out.ts"

test("names what a page does not know, and what it cannot read with its value", () => {
  const understood = { sort: undefined, band: "red", kind: null }
  expect(leftOut({ foo: "1", sort: "bogus", band: "red", kind: "x" }, understood)).toEqual([
    "foo",
    "sort=bogus",
    "kind=x",
  ])
})

test("an empty value asks for nothing", () => {
  expect(leftOut({ sort: "", foo: "", bar: undefined }, { sort: undefined })).toEqual([])
})

test("parameters of the frame are named only where the page uses them", () => {
  expect(leftOut({ ws: "a", seg: "SMB", period: "4w" }, {})).toEqual([])
  expect(leftOut({ period: "bogus" }, { period: undefined })).toEqual(["period=bogus"])
  // A page that cannot be frozen shows what is now, and must not pass for what was.
  expect(leftOut({ asof: "2026-11-22T10:15Z~x" }, {})).toEqual(["asof"])
})

test("of a repeated parameter the first value is named", () => {
  expect(leftOut({ sort: ["a", "b"] }, { sort: undefined })).toEqual(["sort=a"])
})

test("names that objects have by themselves are not known", () => {
  expect(leftOut({ toString: "1", constructor: "2" }, {})).toEqual(["toString", "constructor"])
})

test("long and many are cut, and nothing turns the line round", () => {
  const many = Object.fromEntries(Array.from({ length: 8 }, (_, place) => [`p${place}`, "1"]))
  expect(leftOut(many, {})).toEqual(["p0", "p1", "p2", "p3", "p4", "3 more"])
  expect(leftOut({ ["x".repeat(60)]: "1" }, {})).toEqual([`${"x".repeat(40)}…`])
  expect(leftOut({ sort: "a\u202eb\nc" }, { sort: undefined })).toEqual(["sort=a b c"])
})

test("what a page's own parser dropped is told apart from what it was never given", () => {
  expect(
    leftOut(
      { sort: "bogus", band: "red", foo: "1" },
      accountsQuery.parse({ sort: "bogus", band: "red", foo: "1" }),
    ),
  ).toEqual(["sort=bogus", "foo"])
})
