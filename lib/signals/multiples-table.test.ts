import { expect, test } from "vitest"
import { multiplesTable, multiplesTitle } from "#lib/signals/multiples-table.ts"

const row = (label: string, recent: readonly (number | null)[], source = "Product") => ({
  label,
  source,
  unit: "%",
  recent,
})
const steady = [50, 51, 50, 51, 50, 51, 50, 51]

test("the table has every week that is drawn, the newest first, and a gap stays empty", () => {
  const { columns, rows } = multiplesTable([row("Use", [60, null, 48.5])])
  expect(rows).toHaveLength(26)
  expect(rows.slice(0, 3).map(({ cells }) => cells)).toEqual([
    ["This week", 48.5],
    ["1 week ago", null],
    ["2 weeks ago", 60],
  ])
  expect(columns[1]).toMatchObject({ label: "Use", digits: 1 })
  expect(multiplesTable([])).toMatchObject({ rows: [] })
})

test("two measures of one name are told apart by their sources", () => {
  const { columns } = multiplesTable([row("Use", [1], "App"), row("Use", [2], "CRM"), row("NPS", [3])])
  expect(columns.map(({ label }) => label)).toEqual(["Week", "Use (App)", "Use (CRM)", "NPS"])
})

test("the title counts those that left their range", () => {
  expect(multiplesTitle([row("Use", steady), row("NPS", steady)])).toBe(
    "None of 2 measures is outside its usual range",
  )
  expect(multiplesTitle([row("Use", [...steady, 90]), row("NPS", steady)])).toBe(
    "1 of 2 measures is outside its usual range",
  )
})
