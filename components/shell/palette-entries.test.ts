import { expect, test } from "vitest"
import type { LaidKey } from "#components/shell/key-board.ts"
import { paletteEntries } from "#components/shell/palette-entries.ts"

const laid = (key: string, words: string, more: Partial<LaidKey> = {}): LaidKey => ({
  key,
  words,
  group: "This page",
  repeats: false,
  run: () => {},
  ...more,
})

const known = {
  pages: [
    { keys: "G D", label: "Data", href: "/data" },
    { keys: null, label: "Import a file", href: "/imports/new" },
  ],
  laid: [
    laid("A", "Assign owner of nothing"),
    laid("A", "Assign owner"),
    laid("J", "Next row", { repeats: true }),
    laid("Space", "Peek"),
    laid("1", "Done"),
    laid("G D", "Go to Data", { group: "Go to" }),
  ],
  found: {
    views: [{ label: "Data gaps", note: null, href: "/accounts?view=v" }],
    accounts: [{ slug: "dat/1", name: "Datum Works", ownerName: null }],
    people: [{ id: "p&1", name: "Dana Data", position: "CSM", accounts: 1 }],
  },
}
const labels = (typed: string, isStale = false) =>
  paletteEntries({ ...known, typed, isStale }).map(({ section, label }) => `${section}: ${label}`)

test("nothing typed offers pages and what can be done here, each once", () => {
  expect(paletteEntries({ ...known, typed: "", found: null, isStale: false })).toMatchObject([
    { section: "Pages", label: "Data", keys: "G D", does: { href: "/data" } },
    { section: "Actions", label: "Assign owner", keys: "A" },
  ])
})

test("a page below the navigation is found by its words", () => {
  expect(labels("file")).toContain("Pages: Import a file")
})

test("what is known at once stands before what is found", () => {
  expect(labels("da")).toEqual([
    "Pages: Data",
    "Views: Data gaps",
    "Accounts: Datum Works",
    "People: Dana Data",
  ])
})

test("what was found for another text is offered only where it fits", () => {
  expect(labels("dat", true)).toEqual([
    "Pages: Data",
    "Views: Data gaps",
    "Accounts: Datum Works",
    "People: Dana Data",
  ])
  expect(labels("datu", true)).toEqual(["Accounts: Datum Works"])
  expect(labels("zeb", true)).toEqual([])
})

test("a name cannot lead out of its page, and everybody's accounts are counted", () => {
  const [, , account, person] = paletteEntries({ ...known, typed: "da", isStale: false })
  expect(account).toMatchObject({ note: "No owner", does: { href: "/accounts/dat%2F1" } })
  expect(person).toMatchObject({ note: "CSM, owns 1 account", does: { href: "/accounts?owner=p%261" } })
})
