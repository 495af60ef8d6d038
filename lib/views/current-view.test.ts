import { expect, test } from "vitest"
import { builtInViews } from "#lib/views/built-in.ts"
import { currentView, viewHref } from "#lib/views/current-view.ts"
import { viewQuery } from "#lib/views/page-query.ts"
import type { View } from "#lib/views/schema.ts"

const page = "/accounts"
const own: View = {
  id: "one",
  scope: "personal",
  name: "Mine too",
  query: "owner=me&lost=hide",
  mayChange: true,
}
const team: View = {
  id: "two",
  scope: "team",
  name: "Big",
  query: "seg=Enterprise&sort=-arr",
  mayChange: true,
}
const views = [...builtInViews[page], team, own]

/** The current view at an address of the page. */
const at = (address: string) => {
  const parameters = new URL(address, "http://localhost").searchParams
  const query = viewQuery(page, parameters.toString())
  const { view, isChanged } = currentView({ views, query, basedOn: parameters.get("view") ?? undefined })
  return [view?.name ?? null, isChanged]
}

test("the page as it is shows all", () => expect(at("/accounts")).toEqual(["All", false]))

test("every view is itself at its own address, also when another has the same query", () => {
  for (const view of views) expect(at(viewHref(page, view)), view.name).toEqual([view.name, false])
})

test("order of parameters, place, peek and density make no other view; what goes without saying neither", () => {
  expect(at("/accounts?sort=-arr&after=x&peek=halden&density=compact&seg=Enterprise")).toEqual(["Big", false])
  expect(at("/accounts?band=red&lost=hide&sort=-exposure")).toEqual(["Act now", false])
  expect(at("/accounts?band=purple")).toEqual(["All", false])
})

test("of two views with one query the address decides, else the first", () => {
  expect(at("/accounts?owner=me&lost=hide")).toEqual(["Mine", false])
  expect(at("/accounts?owner=me&lost=hide&view=one")).toEqual(["Mine too", false])
})

test("a view with something else shown is that view, changed; columns count", () => {
  expect(at("/accounts?seg=Enterprise&sort=-arr&view=two&band=red")).toEqual(["Big", true])
  expect(at("/accounts?seg=Enterprise&sort=-arr&view=two&cols=name,arr")).toEqual(["Big", true])
  expect(at("/accounts?band=red&lost=hide&view=two")).toEqual(["Act now", false])
})

test("what is no view, and a view that is gone, is none", () => {
  expect(at("/accounts?q=halden")).toEqual([null, false])
  expect(at("/accounts?q=halden&view=gone")).toEqual([null, false])
})

test("the queries of built-in views are normalised, and their ids differ", () => {
  for (const { query } of builtInViews[page]) expect(viewQuery(page, query)).toBe(query)
  expect(new Set(builtInViews[page].map(({ id }) => id)).size).toBe(builtInViews[page].length)
})
