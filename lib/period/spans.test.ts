import { expect, test } from "vitest"
import { daysOfSpans, spansOf } from "./spans.ts"

const today = "2026-11-22"

test("a change of 4 weeks is counted from the evening before their first day", () => {
  expect(spansOf({ period: "4w", cmp: "prev" }, today)).toEqual({
    words: "4 weeks",
    against: "the 4 weeks before",
    since: "2026-10-25",
    until: today,
    endsToday: true,
    before: { since: "2026-09-27", until: "2026-10-25" },
  })
})

test("without a period, or with none that exists, nothing is said", () => {
  expect(spansOf({}, today)).toBeNull()
  expect(spansOf({ period: "2025-w53" }, today)).toBeNull()
  expect(daysOfSpans(null)).toEqual([])
})

test("every day that is needed is read once", () => {
  expect(daysOfSpans(spansOf({ period: "4w", cmp: "prev" }, today))).toEqual([
    "2026-10-25",
    today,
    "2026-09-27",
  ])
  expect(daysOfSpans(spansOf({ period: "last-week" }, today))).toEqual(["2026-11-08", "2026-11-15"])
})
