import { expect, test } from "vitest"
import { mergeAway } from "#components/home/merge-away.ts"
import type { TodayRow } from "#components/home/today-row.ts"

const row = (key: string): TodayRow => ({
  key,
  accountId: key,
  kind: "Touchpoint",
  name: key,
  href: "/accounts/a",
  why: "",
  due: "Today",
  late: null,
  arr: "",
  ownerName: "unassigned",
  points: 0,
  parts: [],
})
const shown = (keys: string, away: readonly (readonly [string, number])[]) =>
  mergeAway(
    keys.split("").map(row),
    away.map(([key, place]) => ({ row: row(key), place, words: "Done" })),
  )
    .map(({ row: { key }, away: words }) => (words === null ? key : key.toUpperCase()))
    .join("")

test("a row that was put away stays where it stood, before and after the server forgets it", () => {
  expect(shown("abc", [["b", 1]])).toBe("aBc")
  expect(shown("ac", [["b", 1]])).toBe("aBc")
})

test("several stay in their places, in whatever order they were put away", () => {
  expect(
    shown("ad", [
      ["c", 2],
      ["b", 1],
    ]),
  ).toBe("aBCd")
})

test("a place beyond the end is the end", () => expect(shown("a", [["z", 9]])).toBe("aZ"))
