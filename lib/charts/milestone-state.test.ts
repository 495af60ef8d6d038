import { expect, test } from "vitest"
import { milestoneState } from "#lib/charts/milestone-state.ts"

const today = "2026-11-18"
const stateOf = (plannedOn: string, reachedOn: string | null) =>
  milestoneState({ key: "k", label: "First value", plannedOn, reachedOn }, today)

test.each<[string, string | null, string, string, number]>([
  ["2026-11-10", "2026-11-10", "good", "Reached on time", 0],
  ["2026-11-10", "2026-11-02", "good", "Reached on time", 0],
  ["2026-10-30", "2026-11-03", "watch", "Reached, 4\u00a0d late", 4],
  ["2026-11-06", null, "act", "Open, 12\u00a0d late", 12],
  ["2026-11-18", null, "routine", "To come", 0],
  ["2027-01-01", null, "routine", "To come", 0],
])("planned %s, reached %s: %s", (plannedOn, reachedOn, status, words, daysLate) => {
  expect(stateOf(plannedOn, reachedOn)).toEqual({ status, words, daysLate })
})
