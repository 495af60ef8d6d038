import { expect, test } from "vitest"
import type { MeasureKind } from "#lib/signals/schema.ts"
import { observe } from "./column-profile.ts"
import { decideColumns, profilesFor } from "./decide-columns.ts"
import { mapHeader } from "./map-header.ts"
import type { Separator } from "./separator.ts"

type Options = { separator?: Separator; kinds?: Record<string, MeasureKind>; chosen?: Record<string, string> }

/** Decides on a file of an id and one more column. */
function decided(
  header: string,
  cells: readonly string[],
  { separator = ",", kinds = {}, chosen = {} }: Options = {},
) {
  const map = mapHeader(["id", header], new Map(Object.entries(chosen)))
  const profiles = profilesFor(map)
  for (const [place, cell] of cells.entries()) {
    observe(profiles[0]!, String(place), place + 2)
    observe(profiles[1]!, cell, place + 2)
  }
  const plan = decideColumns({
    header: map,
    profiles,
    separator,
    currency: "EUR",
    kinds: new Map(Object.entries(kinds)),
  })
  return { ...plan, measure: plan.measures[0], problem: plan.problems[0], leftOut: plan.leftOut[0] }
}

const many = (count: number, cell: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => cell(place))

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
  expect(ambiguous.notes[0]).toContain("Guess")
  expect(decided("Fee", ["29.85"], { separator: ";" }).measure?.style).toBe("point")
})

test("a stray text below two percent is a warning, above it the column is not numeric", () => {
  const stray = decided("NPS", [...many(99, (place) => `${place}`), "n.v."])
  expect(stray.measure?.kind).toBe("number")
  expect(stray.problem).toMatchObject({ kind: "unreadable_number", severity: "warning", count: 1 })
  expect(stray.problem?.samples).toEqual([{ row: 101, found: "n.v." }])
  expect(decided("NPS", ["1", "2", "n.v."]).measure?.kind).toBe("ordinal")
})

test("a known measure keeps its kind: words in a known number stop the import", () => {
  expect(decided("NPS", ["1", "2"], { kinds: { nps: "ordinal" } }).measure?.kind).toBe("ordinal")
  expect(decided("NPS", ["low", "high"], { kinds: { nps: "number" } }).problem).toMatchObject({
    severity: "error",
    count: 2,
  })
})

test("an outcome is told apart", () => {
  expect(decided("Churn", ["Yes", "No"]).measure?.role).toBe("outcome")
  expect(decided("Churn risk", ["Yes", "No", "Maybe"]).measure?.role).toBe("input")
})

test("a header that looks like a segment over other words is a signal, unless a person chose it", () => {
  expect(decided("tier", ["Enterprise", "smb"]).fields.has("segment")).toBe(true)
  expect(decided("tier", ["Gold", "Silver"])).toMatchObject({ measure: { key: "tier", kind: "ordinal" } })
  expect(decided("tier", ["Gold"], { chosen: { segment: "tier" } }).problem).toMatchObject({
    kind: "unreadable_field",
    severity: "error",
  })
})

test("dates whose day and month cannot be told apart stop the import", () => {
  expect(decided("Renewal date", ["05/03/2026", "06/04/2026"]).problem?.kind).toBe("ambiguous_date")
  expect(decided("Renewal date", ["05/03/2026", "31/04/2026", "31/03/2026"]).problem?.kind).toBe(
    "unreadable_field",
  )
  const settled = decided("Renewal date", ["05/03/2026", "03/31/2026"])
  expect(settled.problems).toEqual([])
  expect(settled.fields.get("contractEnd")?.order).toBe("month_first")
})

test("revenue that cannot be read stops the import", () => {
  expect(decided("ARR", ["1000", "a lot"]).problem).toMatchObject({
    kind: "unreadable_field",
    severity: "error",
  })
})
