import { expect, test } from "vitest"
import type { ListPlace } from "#lib/accounts/list-cursor.ts"
import { listPages } from "#lib/accounts/list-pages.ts"

const place = (value: number): ListPlace => ({
  value,
  arrCents: 1,
  nameKey: "n",
  id: "0190f0a0-1111-7000-8000-000000000001",
})

const shown = (
  direction: "after" | "before" | null,
  { rows, matching, beyond }: { rows: number; matching: number; beyond: number | null },
) => {
  const { from, to, firstHref, previousHref, nextHref } = listPages({
    query: { sort: "name" },
    position: direction && { direction, place: place(0) },
    page: { rows: Array.from({ length: rows }), first: place(1), last: place(2) },
    totals: { matching, beyond },
  })
  const kind = (href: string | undefined) =>
    href && ([...new URL(href, "http://x").searchParams.keys()].find((key) => key !== "sort") ?? "first")
  return [from, to, kind(firstHref), kind(previousHref), kind(nextHref)]
}

test.each([
  [
    "all on one page",
    null,
    { rows: 20, matching: 20, beyond: null },
    [1, 20, undefined, undefined, undefined],
  ],
  ["the first page", null, { rows: 50, matching: 120, beyond: null }, [1, 50, undefined, undefined, "after"]],
  ["the second", "after", { rows: 50, matching: 120, beyond: 70 }, [51, 100, "first", "first", "after"]],
  ["the last", "after", { rows: 20, matching: 120, beyond: 20 }, [101, 120, "first", "before", undefined]],
  [
    "back from the last",
    "before",
    { rows: 50, matching: 120, beyond: 100 },
    [51, 100, "first", "first", "after"],
  ],
  [
    "back to the first",
    "before",
    { rows: 50, matching: 120, beyond: 50 },
    [1, 50, undefined, undefined, "after"],
  ],
] as const)("%s", (_, direction, counts, expected) => {
  expect(shown(direction, counts)).toEqual(expected)
})
