import { expect, test } from "vitest"
import { builtInViews } from "#lib/views/built-in.ts"
import { viewHref } from "#lib/views/current-view.ts"
import type { View } from "#lib/views/schema.ts"
import { mostFound } from "./found.ts"
import { viewsFound } from "./views-found.ts"

const own: View = { id: "v", scope: "personal", name: "Lost causes", query: "q=x", mayChange: true }

test("views are found by the words of their names, and lead to what they show", () => {
  const views = [...builtInViews["/accounts"], own]
  expect(viewsFound("lost", views).map(({ label, note }) => [label, note])).toEqual([
    ["Lost", null],
    ["Lost causes", "My view"],
  ])
  expect(viewsFound("causes", views)[0]?.href).toBe(viewHref("/accounts", own))
  expect(viewsFound("zeb", views)).toEqual([])
})

test("no more than eight", () => {
  expect(
    viewsFound(
      "lost",
      Array.from({ length: 20 }, () => own),
    ),
  ).toHaveLength(mostFound)
})
