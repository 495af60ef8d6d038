import { expect, test } from "vitest"
import { changeIn } from "./change-in.ts"

const scores: Readonly<Record<string, number>> = { "2026-11-22": 60, "2026-10-25": 64, "2026-09-27": 70 }
const on = (day: string) => scores[day] ?? null
const span = {
  since: "2026-10-25",
  until: "2026-11-22",
  before: { since: "2026-09-27", until: "2026-10-25" },
}

test("a change is the score at the end less that of the evening before", () =>
  expect(changeIn(span, on)).toEqual({ change: -4, before: -6 }))

test("without a score at either end there is no change", () => {
  expect(changeIn({ ...span, since: "2026-10-24" }, on)).toEqual({ change: null, before: -6 })
  expect(changeIn({ ...span, before: null }, on)).toEqual({ change: -4, before: null })
})
