import { expect, test } from "vitest"
import { putAway } from "./put-away.ts"

const today = "2026-11-16"
const mark = (itemKey: string, untilDay: string | null = null, markedOn = "2026-11-10") => ({
  itemKey,
  kind: untilDay === null ? ("done" as const) : ("snoozed" as const),
  untilDay,
  markedOn,
})

test("hides what was done, and nothing with another cause", () => {
  const isAway = putAway([mark("touchpoint:a:2026-11-01")], today)
  expect(isAway("touchpoint:a:2026-11-01")).toBe(true)
  expect(isAway("touchpoint:a:2026-12-01")).toBe(false)
  expect(isAway("renewal:a:2026-11-01:30")).toBe(false)
})

test.each([
  ["2026-11-17", true],
  ["2026-11-16", false],
  ["2026-11-15", false],
])("snoozed until %s: away %s", (until, away) =>
  expect(putAway([mark("owner:a:2026-11-16", until)], today)("owner:a:2026-11-16")).toBe(away),
)

test.each([
  ["a", 70, true],
  ["a", 60, true],
  ["a", 58, true],
  ["a", 57, false],
  ["b", 60, false],
])("a fall of %s to %i is covered by what was done at 60: %s", (account, value, away) =>
  expect(putAway([mark("drop:a:60")], today)(`drop:${account}:${value}`)).toBe(away),
)

test("a fall is a new one after four weeks", () => {
  const isAway = (markedOn: string) => putAway([mark("drop:a:60", null, markedOn)], today)("drop:a:60")
  expect(isAway("2026-10-20")).toBe(true)
  expect(isAway("2026-10-19")).toBe(false)
})

test("a snoozed fall comes back on its day", () =>
  expect(putAway([mark("drop:a:60", "2026-11-16")], today)("drop:a:60")).toBe(false))
