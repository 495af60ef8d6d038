import { expect, test } from "vitest"
import { fieldOfHeader } from "./header-words.ts"
import { mapHeader } from "./map-header.ts"

const mapped = (headers: string[], chosen: Record<string, string> = {}) => {
  const { fields, signals, problems } = mapHeader(headers, new Map(Object.entries(chosen)))
  return {
    fields: Object.fromEntries([...fields].map(([field, column]) => [field, column.header])),
    signals: signals.map((index) => headers[index]),
    problems: problems.map(({ kind }) => kind),
  }
}

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
    expect(fieldOfHeader(header)?.field, header).toBe("externalId")
  expect(fieldOfHeader("Annual Recurring Revenue")?.field).toBe("arr")
  expect(fieldOfHeader("Renewal date")?.field).toBe("contractEnd")
  expect(fieldOfHeader("Account Manager")?.field).toBe("ownerName")
  expect(fieldOfHeader("Contract")).toBeNull()
})

test("without a name column the id is the name, and the rest are signals", () => {
  expect(mapped(["customerID", "tenure", "Churn"])).toEqual({
    fields: { externalId: "customerID", name: "customerID" },
    signals: ["tenure", "Churn"],
    problems: [],
  })
})

test("a surer header wins, the other becomes a signal", () => {
  expect(mapped(["id", "account_id", "Company", "Account name"])).toEqual({
    fields: { externalId: "account_id", name: "Account name" },
    signals: ["id", "Company"],
    problems: [],
  })
})

test("the person's choice wins over the header, also for one column in two fields", () => {
  const { fields, problems } = mapped(["customerID", "name"], { name: "customerID" })
  expect(fields).toEqual({ externalId: "customerID", name: "customerID" })
  expect(problems).toEqual([])
  expect(mapped(["a", "b"], { "external id": "B" }).fields).toEqual({ externalId: "b", name: "b" })
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
  expect(fields).toEqual({ externalId: "id", name: "id", arr: "arr" })
  expect(signals).toEqual(["mrr"])
})
