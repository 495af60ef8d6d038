import { expect, test } from "vitest"
import type { MeasureKind } from "#lib/signals/schema.ts"
import { observe } from "./column-profile.ts"
import { decidePlan, profilesOf } from "./decide-plan.ts"
import { kindSpecs } from "./kinds.ts"
import { mapColumns } from "./map-columns.ts"
import { NamedMeasures } from "./named-measures.ts"
import type { Separator } from "./separator.ts"
import { defaultSettings, type ImportSettings } from "./settings.ts"

type Options = {
  separator?: Separator
  kinds?: Record<string, MeasureKind>
  settings?: Partial<ImportSettings>
}

/** Decides on an accounts file of an id and one more column. */
function decided(
  header: string,
  cells: readonly string[],
  { separator = ",", kinds = {}, settings = {} }: Options = {},
) {
  const given = { ...defaultSettings, ...settings }
  const spec = kindSpecs.accounts
  const map = mapColumns(spec, ["id", header], given.columns)
  const profiles = profilesOf(spec, map)
  for (const [place, cell] of cells.entries()) {
    observe(profiles[0]!, String(place), place + 2)
    observe(profiles[1]!, cell, place + 2)
  }
  const { plan, problems, guesses } = decidePlan({
    spec,
    map,
    profiles,
    named: new NamedMeasures(),
    separator,
    settings: given,
    today: "2026-11-16",
    timeZone: "Europe/Berlin",
    currency: "EUR",
    kinds: new Map(Object.entries(kinds)),
  })
  return {
    plan,
    guesses,
    problems,
    measure: plan.measures[0],
    problem: problems[0],
    leftOut: plan.leftOut[0],
  }
}

const many = (count: number, cell: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => cell(place))

test("how amounts and dates are read is told also when it is certain", () => {
  expect(decided("ARR", ["1.234,50", "12"]).guesses).toEqual([
    '"ARR" is read with a decimal comma (1.234,50).',
    "Amounts are in EUR, the currency of this workspace.",
  ])
  expect(decided("Contract end", ["31.12.2026", "01.02.2027"]).guesses).toEqual([
    '"Contract end" is read as day.month.year.',
  ])
  expect(decided("Contract end", ["12/31/2026"]).guesses).toEqual([
    '"Contract end" is read as month/day/year.',
  ])
  expect(decided("Contract end", ["2026-12-31"]).guesses).toEqual([])
})

test("numbers become a measure with the unit its header says", () => {
  expect(decided("MonthlyCharges", ["29.85", "", "1,234.5"]).measure).toMatchObject({
    key: "monthly_charges",
    label: "Monthly charges",
    unit: "EUR",
    kind: "number",
    role: "input",
    style: "point",
  })
  expect(decided("Days since login", ["3"]).measure?.unit).toBe("days")
  expect(decided("Seat use", ["12 %", "80 %"]).measure?.unit).toBe("%")
  expect(decided("ticket_count", ["3"]).measure?.unit).toBe("")
  expect(decided("logins last 30 days", ["3"]).measure?.unit).toBe("")
  expect(decided("days overdue", ["3"]).measure?.unit).toBe("days")
  expect(decided("tenure", ["3"]).measure?.unit).toBe("")
  expect(decided("nps_score", ["3"]).measure?.label).toBe("NPS score")
  expect(decided("StreamingTV", ["Yes", "No"]).measure?.label).toBe("Streaming TV")
})

test("few texts are categories, many are left out with the reason", () => {
  expect(decided("Plan", ["Basic", "Pro", "Basic"]).measure).toMatchObject({ kind: "ordinal", unit: "" })
  expect(
    decided(
      "Notes",
      many(51, (place) => `text ${place}`),
    ).leftOut?.because,
  ).toContain("more than 50 different texts")
  expect(
    decided(
      "Notes",
      many(51, (place) => (place < 10 ? `n/k ${place}` : `${place}`)),
    ).leftOut?.because,
  ).toContain("10 of 51 values are not numbers")
  expect(decided("Empty", ["", "n/a", "-"]).leftOut?.because).toBe("every cell is blank")
})

test("addresses of people never become signals", () => {
  expect(decided("Champion", ["ann@acme.com", "bob@acme.com"]).leftOut?.because).toContain("personal data")
  expect(decided("Phone", ["+1 555 1", "+1 555 2", "+1 555 3", "x"]).leftOut?.because).toContain(
    "personal data",
  )
  expect(decided("PhoneService", ["Yes", "No"]).measure?.kind).toBe("ordinal")
})

test("a decimal comma is told from a decimal point by the column as a whole", () => {
  expect(decided("Fee", ["1.234", "1,5"]).measure?.style).toBe("comma")
  expect(decided("Fee", ["1.234", "1,234.5"]).measure?.style).toBe("point")
  const ambiguous = decided("Fee", ["1,234"], { separator: ";" })
  expect(ambiguous.measure?.style).toBe("comma")
  expect(ambiguous.guesses[0]).toContain("Guess")
  expect(decided("Fee", ["29.85"], { separator: ";" }).measure?.style).toBe("point")
})

test("few stray texts leave a column one of numbers, many do not", () => {
  expect(decided("NPS", [...many(99, (place) => `${place}`), "n.v."]).measure?.kind).toBe("number")
  expect(decided("NPS", ["1", "2", "n.v."]).measure?.kind).toBe("ordinal")
})

test("a known measure keeps its kind", () => {
  expect(decided("NPS", ["1", "2"], { kinds: { nps: "ordinal" } }).measure?.kind).toBe("ordinal")
  expect(decided("NPS", ["low", "high"], { kinds: { nps: "number" } }).measure?.kind).toBe("number")
})

test("a column of dates is no measure", () => {
  expect(decided("Last login", ["31/12/2026", "12/31/2026", "2026-01-01"]).leftOut?.because).toContain(
    "dates",
  )
})

test("an outcome is told apart", () => {
  expect(decided("Churn", ["Yes", "No"]).measure?.role).toBe("outcome")
  expect(decided("Churn risk", ["Yes", "No", "Maybe"]).measure?.role).toBe("input")
})

test("a header that looks like a segment over mostly other words is a measure, unless a person chose it", () => {
  expect(decided("tier", ["Enterprise", "smb"]).plan.fields).toHaveProperty("segment")
  expect(decided("tier", ["Enterprise", "smb", "Entreprise"]).plan.fields).toHaveProperty("segment")
  expect(decided("tier", ["Gold", "Silver"]).measure).toMatchObject({ key: "tier", kind: "ordinal" })
  const columns = [{ header: "tier", index: 1, use: "segment" }]
  expect(decided("tier", ["Gold"], { settings: { columns } }).plan.fields).toHaveProperty("segment")
})

test("dates whose day and month cannot be told apart ask for their order", () => {
  const open = decided("Renewal date", ["05/03/2026", "06/04/2026"])
  expect(open.problem).toMatchObject({
    kind: "ambiguous_date",
    repairs: [{ repair: { order: "day_first" } }, { repair: { order: "month_first" } }],
  })
  const settled = decided("Renewal date", ["05/03/2026", "03/31/2026"])
  expect(settled.problems).toEqual([])
  expect(settled.plan.fields.contractEnd?.order).toBe("month_first")
})

test("dates in two orders ask for one, that of most first; a choice settles it", () => {
  const cells = ["31/12/2026", "12/31/2026", "12/30/2026"]
  expect(decided("Renewal date", cells).problem).toMatchObject({
    kind: "mixed_dates",
    count: 1,
    repairs: [{ repair: { order: "month_first" } }, { repair: { order: "day_first" } }],
  })
  const chosen = decided("Renewal date", cells, {
    settings: { repairs: [{ do: "read_days", column: 1, order: "day_first" }] },
  })
  expect(chosen.problems).toEqual([])
  expect(chosen.plan.fields.contractEnd?.order).toBe("day_first")
})

test("a chosen number style wins over what the cells say", () => {
  const repairs = [{ do: "read_numbers", column: 1, style: "comma" } as const]
  expect(decided("Fee", ["1,234", "2,345"], { settings: { repairs } }).measure?.style).toBe("comma")
})
