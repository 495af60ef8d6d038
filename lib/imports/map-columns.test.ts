import { expect, test } from "vitest"
import { kindSpecs } from "./kinds.ts"
import { mapColumns } from "./map-columns.ts"
import type { ImportKind } from "./schema.ts"

type Chosen = Record<string, string>

function mapped(headers: string[], chosen: Chosen = {}, kind: ImportKind = "accounts") {
  const columns = Object.entries(chosen).map(([use, header]) => ({
    use,
    header,
    index: headers.indexOf(header),
  }))
  const found = mapColumns(
    kindSpecs[kind],
    headers,
    columns.map((column) => ({ ...column, index: Math.max(0, column.index) })),
  )
  return {
    fields: Object.fromEntries([...found.fields].map(([field, column]) => [field, column.header])),
    signals: headers.filter((_, index) => found.uses[index]?.use === "measure"),
    problems: found.problems.map(({ kind: problem }) => problem),
    shape: found.shape,
  }
}

const fieldOf = (header: string) => Object.keys(mapped([header]).fields)[0]

test("headers are known however they are written", () => {
  for (const header of [
    "customerID",
    "customer_id",
    "Customer Id",
    "CUSTOMER-ID",
    "Account ID",
    "external id",
    "id",
  ])
    expect(fieldOf(header), header).toBe("externalId")
  expect(fieldOf("Annual Recurring Revenue")).toBe("arr")
  expect(fieldOf("Renewal date")).toBe("contractEnd")
  expect(fieldOf("Account Manager")).toBe("ownerName")
  expect(fieldOf("Contract")).toBeUndefined()
})

test("columns that fill no field are measures", () => {
  expect(mapped(["customerID", "tenure", "Churn"])).toEqual({
    fields: { externalId: "customerID" },
    signals: ["tenure", "Churn"],
    problems: [],
    shape: "wide",
  })
})

test("a surer header wins, the other becomes a signal", () => {
  expect(mapped(["id", "account_id", "Company", "Account name"])).toEqual({
    fields: { externalId: "account_id", name: "Account name" },
    signals: ["id", "Company"],
    problems: [],
    shape: "wide",
  })
})

test("the person's choice wins over the header, also for one column in two fields", () => {
  const { fields, problems } = mapped(["customerID", "name"], { name: "customerID" })
  expect(fields).toEqual({ externalId: "customerID", name: "customerID" })
  expect(problems).toEqual([])
  expect(mapped(["a", "b"], { "external id": "B" }).fields).toEqual({ externalId: "b" })
  expect(mapped(["tenure", "id"], { ignore: "tenure" }).signals).toEqual([])
})

test("two equal ids, no id, repeated headers and wrong choices stop the import", () => {
  expect(mapped(["customer_id", "account_id"]).problems).toEqual(["ambiguous_id"])
  expect(mapped(["a", "b"]).problems).toEqual(["missing_id"])
  expect(mapped(["id", "NPS", "nps "]).problems).toEqual(["duplicate_column"])
  expect(mapped(["id"], { name: "nothing" }).problems).toEqual(["unknown_column"])
  expect(mapped(["id"], { colour: "id" }).problems).toEqual(["unknown_field"])
  expect(mapped(["id", ...Array.from({ length: 10_000 }, (_, index) => `c${index}`)]).problems).toEqual([
    "too_many_columns",
  ])
  expect(mapped(["id", "\u0000"]).problems).toEqual(["wrong_header"])
})

test("yearly revenue wins over monthly", () => {
  const { fields, signals } = mapped(["id", "mrr", "arr"])
  expect(fields).toEqual({ externalId: "id", arr: "arr" })
  expect(signals).toEqual(["mrr"])
})

test("a name or domain is enough to know an account by", () => {
  expect(mapped(["Company", "ARR"])).toMatchObject({ fields: { name: "Company" }, problems: [] })
  expect(mapped(["Website", "ARR"])).toMatchObject({ fields: { domain: "Website" }, problems: [] })
})

test("a signals file is long when a header names measure and value, else wide", () => {
  expect(mapped(["account", "metric", "date", "value"], {}, "signals")).toMatchObject({
    fields: { account: "account", measureName: "metric", day: "date", value: "value" },
    signals: [],
    shape: "long",
  })
  expect(mapped(["account", "date", "NPS", "count"], {}, "signals")).toMatchObject({
    fields: { account: "account", day: "date" },
    signals: ["NPS", "count"],
    shape: "wide",
  })
})

test("a kind without measures makes none, whatever was chosen", () => {
  const chosen = { measure: "NPS", account: "account", name: "name" }
  expect(mapped(["account", "name", "NPS"], chosen, "contacts").signals).toEqual([])
})

test("what a kind cannot be without is asked for", () => {
  expect(mapped(["contract id", "amount"], {}, "contracts").problems).toEqual([
    "missing_column",
    "missing_column",
  ])
  expect(mapped(["account", "colour"], {}, "contacts").problems).toEqual(["missing_column"])
})

test("a name in two columns needs no other, and a column with the whole name wins over its parts", () => {
  const fieldsOf = (headers: string[], chosen: { header: string; index: number; use: string }[] = []) => {
    const { fields, problems } = mapColumns(kindSpecs.contacts, headers, chosen)
    return [[...fields.keys()].toSorted().join(), problems.map(({ column }) => column).join()]
  }
  expect(fieldsOf(["account", "First Name", "Surname"])).toEqual(["account,firstName,lastName", ""])
  expect(fieldsOf(["account", "Vorname", "Nachname", "Name"])).toEqual(["account,name", ""])
  expect(fieldsOf(["account", "Last name"])).toEqual(["account,lastName", ""])
  expect(fieldsOf(["account", "Given", "Called"])).toEqual(["account", "Name"])
  const chosen = [
    { header: "Vorname", index: 1, use: "firstName" },
    { header: "Called", index: 2, use: "lastName" },
  ]
  expect(fieldsOf(["account", "Vorname", "Called", "Name"], chosen)).toEqual([
    "account,firstName,lastName",
    "",
  ])
})
