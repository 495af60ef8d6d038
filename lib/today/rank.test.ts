import { expect, test } from "vitest"
import { rankItems } from "./rank.ts"
import type { TodayItem } from "./today-item.ts"

const around = { today: "2026-11-16", currency: "USD" }
const item = (key: string, given: Partial<TodayItem> = {}): TodayItem => ({
  key,
  kind: "touchpoint",
  accountId: key,
  name: key,
  href: "/accounts/a",
  why: "",
  dueOn: "2026-11-16",
  ownerName: null,
  arrCents: 0,
  urgency: { points: 25, words: "Touchpoint due" },
  ...given,
})
const keys = (items: readonly TodayItem[]) => rankItems(items, around).map(({ key }) => key)

test("points are urgency, lateness and worth, and the parts add up to them", () => {
  const ranked = rankItems(
    [
      item("largest", { arrCents: 400_000_00 }),
      item("late", { arrCents: 100_000_00, dueOn: "2026-11-11" }),
      item("very late", { arrCents: null, dueOn: "2026-08-01" }),
      item("later", { arrCents: -5, dueOn: "2026-11-20", urgency: { points: 60, words: "Renewal" } }),
    ],
    around,
  )
  expect(ranked.map(({ key, points }) => [key, points])).toEqual([
    ["largest", 55],
    ["very late", 55],
    ["later", 52],
    ["late", 38],
  ])
  expect(ranked.find(({ key }) => key === "late")?.parts).toEqual([
    { words: "Touchpoint due", points: 25 },
    { words: "5 days late", points: 5 },
    { words: "$100k ARR", points: 8 },
  ])
  for (const { points, parts } of ranked)
    expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(points)
})

test.each([
  ["2026-11-23", -14],
  ["2027-01-01", -14],
  ["2026-11-18", -4],
  ["2026-11-16", 0],
  [null, 0],
  ["2026-11-15", 1],
  ["2026-10-17", 30],
  ["2026-01-01", 30],
])("due on %s: %i points for lateness", (dueOn, points) =>
  expect(rankItems([item("row", { dueOn })], around)[0]?.parts[1]?.points).toBe(points),
)

test("a source is worth at most what the largest account is, however many it touches", () => {
  const [first] = rankItems(
    [item("source", { accountId: null, arrCents: 900 }), item("account", { arrCents: 100 })],
    around,
  )
  expect(first?.parts[2]?.points).toBe(30)
})

test("each part only ever lifts a row", () => {
  const base = { arrCents: 50, dueOn: "2026-11-10" }
  const points = (given: Partial<TodayItem>) =>
    rankItems([item("row", { ...base, ...given }), item("other", { arrCents: 100 })], around).find(
      ({ key }) => key === "row",
    )!.points
  expect(points({ dueOn: "2026-11-09" })).toBe(points({}) + 1)
  expect(points({ arrCents: 80 })).toBeGreaterThan(points({}))
  expect(points({ urgency: { points: 26, words: "" } })).toBe(points({}) + 1)
})

test("ties go by ARR, day, name and key, whatever the order of arrival", () => {
  const tied = [
    item("d", { name: "b" }),
    item("c", { name: "a" }),
    item("b", { name: "a" }),
    item("a", { arrCents: 0, dueOn: null, name: "c" }),
  ]
  expect(keys(tied)).toEqual(["b", "c", "d", "a"])
  expect(keys(tied.toReversed())).toEqual(["b", "c", "d", "a"])
})
