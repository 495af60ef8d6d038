import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { TimelinePanel } from "#components/account/timeline-panel.tsx"
import { entryKey, type TimelineEntry } from "#lib/timeline/schema.ts"

const entry = (wall: string, over: Partial<TimelineEntry>): TimelineEntry => ({
  key: entryKey(wall, over.kind ?? "touchpoint", "x"),
  wall,
  kind: "touchpoint",
  title: "Call",
  detail: null,
  actor: null,
  href: "#touchpoints",
  note: null,
  ...over,
})
const shown = (entries: TimelineEntry[], over: Partial<Parameters<typeof TimelinePanel>[0]> = {}) =>
  renderToStaticMarkup(
    <TimelinePanel
      accountId="a"
      slug="acme"
      page={{ entries, next: null }}
      query={{ kind: null, before: null }}
      place={{ now: new Date("2026-11-16T09:00:00Z"), timeZone: "UTC" }}
      today="2026-11-16"
      mayOpenImports={false}
      changeNoteAction={null}
      {...over}
    />,
  )

test("each entry stands under its day and leads to its evidence", () => {
  const html = shown([
    entry("2026-11-16T08:30:00.000000", {}),
    entry("2026-11-02T", { kind: "arr", title: "ARR expanded", href: "#movements" }),
  ])
  expect(html).toMatch(/Mon 16 Nov<\/h3>.*08:30.*href="#touchpoints".*Mon 2 Nov<\/h3>.*href="#movements"/)
  expect(html).toContain("Timeline: 2 entries since Mon 2 Nov")
})

test("an import is a link for whoever may open it", () => {
  const imported = [entry("2026-11-16T08:30:00.000000", { kind: "import", href: "/imports/r" })]
  expect(shown(imported)).not.toContain("/imports/r")
  expect(shown(imported, { mayOpenImports: true })).toContain('href="/imports/r"')
})

test("a note says who changed it, and has no buttons for a role that may not write", () => {
  const note = {
    id: "n",
    version: 2,
    text: "Wants a review",
    editedBy: "Ann",
    editedAt: "2026-11-16T08:00:00Z",
  }
  const notes = [entry("2026-11-15T08:30:00.000000", { kind: "note", title: "Note", href: null, note })]
  const html = shown(notes)
  expect(html).toContain("Wants a review")
  expect(html).toContain("Changed by Ann, Mon 16 Nov 08:00.")
  expect(html).not.toContain("<button")
  const mine = shown(notes, { changeNoteAction: () => Promise.reject(new Error("not asked")) })
  expect(mine).toMatch(/Write a note.*Edit.*Remove/)
})

test("earlier and newest entries are reached by links that keep the kind", () => {
  const html = shown([entry("2026-11-02T", { kind: "arr" })], {
    page: { entries: [entry("2026-11-02T", { kind: "arr" })], next: "2026-11-02T~arr~x" },
    query: { kind: "arr", before: "2026-11-03T~arr~y" },
  })
  expect(html).toContain('href="/accounts/acme?kind=arr&amp;before=2026-11-02T%7Earr%7Ex#timeline"')
  expect(html).toContain('href="/accounts/acme?kind=arr#timeline"')
})

test("nothing is said plainly", () => {
  expect(shown([])).toContain("Nothing has happened yet.")
  const filtered = shown([], { query: { kind: "note", before: null }, frame: { words: "last 4 weeks" } })
  expect(filtered).toContain("No entry matches these filters")
  expect(filtered).toMatch(/Notes? and last 4 weeks\./)
  expect(filtered).toMatch(/href="\/accounts\/acme#timeline"[^>]*>Clear filters/)
  expect(shown([], { query: { kind: null, before: "2026-11-03T~arr~y" } })).toContain(
    "Nothing older is there.",
  )
})
