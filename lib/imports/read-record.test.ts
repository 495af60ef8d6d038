import { expect, test } from "vitest"
import { addDays } from "#lib/format/calendar-day.ts"
import { readFieldChoice } from "./choice-reader.ts"
import { observe } from "./column-profile.ts"
import { decidePlan, profilesOf } from "./decide-plan.ts"
import type { ImportPlan } from "./import-plan.ts"
import { RowJudge } from "./judge-row.ts"
import { fieldSpec, kindSpecs } from "./kinds.ts"
import { mapColumns } from "./map-columns.ts"
import { NamedMeasures } from "./named-measures.ts"
import { readRecord } from "./read-record.ts"
import type { ImportKind } from "./schema.ts"
import { defaultSettings, type Repair } from "./settings.ts"

type Rows = readonly (readonly string[])[]

/** The plan that these rows give when they are a whole file. */
function planOf(
  kind: ImportKind,
  [headers = [], ...rows]: Rows,
  repairs: readonly Repair[] = [],
): ImportPlan {
  const spec = kindSpecs[kind]
  const map = mapColumns(spec, headers, [])
  const profiles = profilesOf(spec, map)
  const named = new NamedMeasures()
  for (const [row, cells] of rows.entries()) {
    for (const [index, cell] of cells.entries()) observe(profiles[index]!, cell, row + 2)
    if (map.shape === "long")
      named.observe(cells[map.fields.get("measureName")!.index]!, cells[map.fields.get("value")!.index]!)
  }
  return decidePlan({
    spec,
    map,
    profiles,
    named,
    separator: ",",
    settings: { ...defaultSettings, repairs: [...repairs] },
    today: "2026-11-16",
    timeZone: "Europe/Berlin",
    currency: "USD",
    kinds: new Map(),
  }).plan
}

function read<Kind extends ImportKind>(kind: Kind, rows: Rows, repairs: readonly Repair[] = []) {
  const { record, faults } = readRecord(kind, rows[1]!, planOf(kind, rows, repairs))
  return { record, faults: faults.map(({ kind: fault }) => fault) }
}

test("a row fills fields, revenue, contract and readings", () => {
  const { record, faults } = read("accounts", [
    ["id", "name", "website", "tier", "MRR", "Renewal date", "Logins", "Plan", "Note"],
    ["C-1", "=1+1", "https://www.Acme.com/x", "mid market", "$1,000.50", "2026-12-31", "7", "<script>", ""],
  ])
  expect(faults).toEqual([])
  expect(record).toMatchObject({
    fields: { externalId: "C-1", name: "=1+1", domain: "acme.com", segment: "Mid-Market", industry: null },
    arrCents: 1_200_600,
    contractEndsOn: "2026-12-31",
    readings: [7, "<script>"],
    isIdStated: true,
  })
})

test("blank cells state nothing, and words for nothing neither, but an id may be any word", () => {
  const { record } = read("accounts", [
    ["id", "name", "ARR", "Region"],
    ["null", "n/a", "", "-"],
  ])
  expect(record).toMatchObject({ fields: { externalId: "null", name: "null", region: null }, arrCents: null })
})

test("without an id an account is known by its domain", () => {
  const { record } = read("accounts", [
    ["Company", "Website"],
    ["Acme", "acme.com"],
  ])
  expect(record).toMatchObject({ isIdStated: false, fields: { externalId: "acme.com", name: "Acme" } })
})

test("words of the language itself are neither segment nor stage", () => {
  const [segment, stage] = [fieldSpec("accounts", "segment")!, fieldSpec("accounts", "lifecycleStage")!]
  for (const word of ["constructor", "toString", "__proto__", "hasOwnProperty"])
    expect([readFieldChoice(segment, word), readFieldChoice(stage, word)]).toEqual([null, null])
  expect([readFieldChoice(segment, "mid market"), readFieldChoice(stage, "Cancelled")]).toEqual([
    "Mid-Market",
    "churned",
  ])
})

test("losses are negative however a file writes them, and gains never are", () => {
  const header = ["account", "date", "type", "amount"]
  const move = (type: string, amount: string) =>
    read("movements", [header, ["C-1", "2026-03-01", type, amount]])
  expect(move("downgrade", "300").record).toMatchObject({ kind: "contraction", amountCents: -30_000 })
  expect(move("churn", "(300)").record).toMatchObject({ kind: "churn", amountCents: -30_000 })
  expect(move("upsell", "1,200.5").record).toMatchObject({ kind: "expansion", amountCents: 120_050 })
  expect(move("upsell", "-5").faults).toEqual(["wrong_sign"])
})

test("all faults of a row are told at once", () => {
  const { record, faults } = read("contacts", [
    ["account", "name", "strength", "role", "last contact"],
    ["", "", "9", "boss", "soon"],
  ])
  expect(record).toBeNull()
  expect(faults).toEqual(["empty_cell", "empty_cell", "unreadable_field", "out_of_range", "unreadable_field"])
})

test("a long row is one reading of its measure, whatever its spelling", () => {
  const rows = [
    ["account", "metric", "date", "value"],
    ["C-1", "Weekly logins", "2026-11-01", "12.5"],
    ["C-1", "weekly_logins", "2026-11-02", ""],
    ["C-1", "Plan", "2026-11-02T23:30:00Z", "Pro"],
  ]
  const plan = planOf("signals", rows)
  expect(plan.measures.map(({ key, kind }) => [key, kind])).toEqual([
    ["weekly_logins", "number"],
    ["plan", "ordinal"],
  ])
  const records = rows.slice(1).map((cells) => readRecord("signals", cells, plan).record)
  expect(records).toEqual([
    { account: "C-1", day: "2026-11-01", readings: [{ measure: 0, value: 12.5 }] },
    { account: "C-1", day: "2026-11-02", readings: [{ measure: 0, value: null }] },
    // Half past eleven in UTC is the next day in Berlin.
    { account: "C-1", day: "2026-11-03", readings: [{ measure: 1, value: "Pro" }] },
  ])
})

test("readings of other measures and days are never taken for one another", () => {
  const measures = Array.from({ length: 100 }, (_, nth) => `measure ${nth}`)
  const rows = [
    ["account", "metric", "date", "value"],
    ...measures.map((measure) => ["C-1", measure, "2026-03-16", "1"]),
  ]
  const judge = new RowJudge("signals", planOf("signals", rows), new Map())
  const refused: string[] = []
  for (let day = 0, row = 2; day < 730; day += 1) {
    const on = addDays("2024-11-01", day)
    for (const measure of measures) {
      const verdict = judge.judge(row, ["C-1", measure, on, "1"])
      if (verdict.isRejected) refused.push(`${measure} ${on}`)
      row += 1
    }
  }
  expect(refused).toEqual([])
})

test("repairs change what cells say and which of several rows counts", () => {
  const rows = [
    ["id", "Segment"],
    ["1", "Big"],
    ["1", "SMB"],
  ]
  const replace: Repair = { do: "replace", column: 1, from: "Big", to: "Enterprise" }
  const verdicts = (which: "first" | "last") => {
    const plan = planOf("accounts", rows, [replace, { do: "keep", which }])
    const judge = new RowJudge("accounts", plan, lastRows)
    return rows.slice(1).map((cells, at) => judge.judge(at + 2, cells).isRejected)
  }
  const lastRows = new Map<string, number>()
  expect(read("accounts", rows, [replace]).record).toMatchObject({ fields: { segment: "Enterprise" } })
  expect(verdicts("first")).toEqual([false, true])
})

test("first and last name make the name; a row with neither is refused", () => {
  const header = ["account", "first name", "last name"]
  const named = (first: string, last: string) => read("contacts", [header, ["C-1", first, last]])
  expect(named("Ann", "Lee").record).toMatchObject({ name: "Ann Lee" })
  expect(named("", "Lee").record).toMatchObject({ name: "Lee" })
  expect(named("Ann", "-").record).toMatchObject({ name: "Ann" })
  expect(named("", "")).toEqual({ record: null, faults: ["empty_name"] })
  expect(
    read("people", [
      ["id", "Given name", "Family name"],
      ["p1", "Kim", "Park"],
    ]).record,
  ).toMatchObject({
    name: "Kim Park",
  })
})
