import { expect, test } from "vitest"
import { builtInViews } from "#lib/views/built-in.ts"
import { namedView } from "#lib/views/named-view.ts"

const at = (search: Record<string, string>) => namedView(search, builtInViews["/accounts"])?.id ?? null

test("a view is named by itself, also with what goes along to every one", () => {
  expect(at({ view: "renewing" })).toBe("renewing")
  expect(at({ view: "mine", period: "13w", density: "compact" })).toBe("mine")
})

test("an address that says more shows what it says: a view whose filters were taken off does not come back", () => {
  expect(at({ view: "mine", owner: "me" })).toBeNull()
  expect(at({ view: "mine", q: "", owner: "" })).toBeNull()
})

test("the view that is the page itself needs no other address, and what is no view has none", () => {
  expect(at({ view: "all" })).toBeNull()
  expect(at({ view: "gone" })).toBeNull()
  expect(at({})).toBeNull()
})
