import { expect, test } from "vitest"
import { freshnessWords } from "./freshness-words.ts"

const source = (name: string, state: "on_time" | "late" | "failing" | "silent", lateHours = 0) => ({
  name,
  standing: { state, lagHours: state === "silent" ? null : lateHours + 5, lateHours },
})

test.each([
  [[], "No source has told anything yet."],
  [[source("CRM", "silent")], "No source has told anything yet."],
  [[source("CRM", "on_time")], "The one source is on time."],
  [[source("CRM", "on_time"), source("Desk", "on_time")], "All 2 sources are on time."],
  [
    [source("CRM", "on_time"), source("Desk", "late", 6)],
    "Desk is 6\u00a0h late. 1 other source is on time.",
  ],
  [
    [source("A", "late", 6), source("B", "failing", 9), source("C", "late", 7)],
    "B is 9\u00a0h late and fails, C is 7\u00a0h late, and 1 more.",
  ],
])("case %#", (sources, words) => expect(freshnessWords(sources)).toBe(words))
