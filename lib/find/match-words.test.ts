import { expect, test } from "vitest"
import { findQuery } from "./find-query.ts"
import { longestFind } from "./found.ts"
import { hasPart, matching, matchRank } from "./match-words.ts"

test.each<[string, string, 0 | 1 | 2 | null]>([
  ["acc", "Accounts", 0],
  ["ACC", "accounts", 0],
  ["link", "Copy link to this view", 1],
  ["view copy", "Copy link to this view", 2],
  ["opy", "Copy link to this view", null],
  ["copy zebra", "Copy link to this view", null],
  ["zurich", "Zürich", 0],
  ["Zürich", "zurich office", 0],
  ["", "Anything", 0],
])("%j in %j", (typed, label, rank) => {
  expect(matchRank(typed, label)).toBe(rank)
})

test("the best fit comes first, and equals stay as they stood", () => {
  const entries = ["Show data", "Data", "Go home", "Data sources", "Database"].map((label) => ({ label }))
  expect(matching("data", entries).map(({ label }) => label)).toEqual([
    "Data",
    "Data sources",
    "Database",
    "Show data",
  ])
})

test("a part of a name may stand anywhere in it", () => {
  expect(hasPart("NORTH ", "Fourthnorth")).toBe(true)
  expect(hasPart("sud", "Süd Bank")).toBe(true)
  expect(hasPart("zeb", "Northern Lights")).toBe(false)
})

test("what cannot be a name is not searched for", () => {
  expect(findQuery.safeParse({ q: "  Northwind " }).data).toEqual({ q: "Northwind" })
  for (const q of ["", "   ", "a\0b", "x".repeat(longestFind + 1), undefined])
    expect(findQuery.safeParse({ q }).success).toBe(false)
})
