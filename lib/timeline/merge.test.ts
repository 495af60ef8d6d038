import { expect, test } from "vitest"
import { entriesByDay, mergeTimeline } from "./merge.ts"
import { entryKey, type TimelineEntry, type TimelineKind, timelineQuery } from "./schema.ts"

const entry = (wall: string, kind: TimelineKind, id: string): TimelineEntry => ({
  key: entryKey(wall, kind, id),
  wall,
  kind,
  title: id,
  detail: null,
  actor: null,
  href: null,
  note: null,
})

const stored = [
  entry("2026-11-16T09:30:00.000000", "note", "a"),
  entry("2026-11-16T08:00:00.000000", "touchpoint", "b"),
  entry("2026-11-10T", "arr", "c"),
  entry("2026-11-10T", "arr", "d"),
]
const derived = [entry("2026-11-16T", "health", "e"), entry("2026-11-01T", "signal", "f")]
const all = timelineQuery.parse({})
const titles = (page: { entries: readonly TimelineEntry[] }) => page.entries.map(({ title }) => title)

test("what is stored and what is found stand together, the newest first", () => {
  const page = mergeTimeline({ stored, derived, query: all, size: 30 })
  expect(titles(page)).toEqual(["e", "a", "b", "d", "c", "f"])
  expect(page.next).toBeNull()
})

test("pages one after the other show every entry once, whatever their size", () => {
  const whole = titles(mergeTimeline({ stored, derived, query: all, size: 30 }))
  for (const size of [1, 2, 3, 5, 6]) {
    const seen: string[] = []
    let before: string | null = null
    do {
      const page = mergeTimeline({ stored, derived, query: { kind: null, before }, size })
      seen.push(...titles(page))
      before = page.next
    } while (before !== null)
    expect(seen, `by ${size}`).toEqual(whole)
  }
})

test("a kind leaves its entries alone", () => {
  expect(titles(mergeTimeline({ stored, derived, query: { kind: "arr", before: null }, size: 1 }))).toEqual([
    "d",
  ])
})

test("entries stand under their days", () => {
  const { entries } = mergeTimeline({ stored, derived, query: all, size: 30 })
  expect(entriesByDay(entries).map(({ day, entries: of }) => [day, of.length])).toEqual([
    ["2026-11-16", 3],
    ["2026-11-10", 2],
    ["2026-11-01", 1],
  ])
})

test("an address that cannot be read begins at the newest entry", () => {
  expect(timelineQuery.parse({ kind: "nothing", before: "yesterday" })).toEqual({ kind: null, before: null })
  expect(timelineQuery.parse({ kind: ["note", "arr"], before: stored[0]!.key })).toEqual({
    kind: "note",
    before: stored[0]!.key,
  })
})

test("a period cuts the timeline to its days, both ends included, before pages are cut", () => {
  const days = { from: "2026-11-10", to: "2026-11-15" }
  const page = mergeTimeline({ stored, derived, query: all, days, size: 1 })
  expect(titles(page)).toEqual(["d"])
  expect(page.next).not.toBeNull()
  expect(titles(mergeTimeline({ stored, derived, query: all, days, size: 9 }))).toEqual(["d", "c"])
})
