import { expect, test } from "vitest"
import { builtInStandards } from "./built-in-standards.ts"
import { decideStandard } from "./decide-standard.ts"
import { standardDraft } from "./schema.ts"

const measures = [
  { key: "nps", label: "NPS", maxAgeDays: 42 },
  { key: "tickets", label: "Tickets", maxAgeDays: 10 },
  { key: "tickets", label: "Tickets", maxAgeDays: 7 },
  { key: "plan", label: "Plan", maxAgeDays: null },
  { key: "today", label: "Today", maxAgeDays: 0 },
]

test("every built-in standard could have been set by a person, and none stands twice", () => {
  const standards = builtInStandards(measures)
  for (const standard of standards) {
    expect(standardDraft.parse(standard)).toEqual(standard)
    expect(decideStandard(standard, measures)).toEqual({ ok: true, value: standard })
  }
  const keys = standards.map(({ field, dimension }) => `${field} ${dimension}`)
  expect(new Set(keys).size).toBe(keys.length)
})

test("a measure must be as young as the strictest model asks, and a day old at most where none says less", () => {
  const days = new Map(builtInStandards(measures).map(({ field, withinDays }) => [field, withinDays]))
  expect(["nps", "tickets", "plan", "today"].map((key) => days.get(`signal.${key}`))).toEqual([42, 7, 45, 1])
})

test("a workspace without a model has the standards of records", () => {
  const fields = builtInStandards([]).map(({ field }) => field)
  expect(fields).toContain("account.owner")
  expect(fields.filter((field) => field.startsWith("signal."))).toEqual([])
})
