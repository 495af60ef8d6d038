import { expect, test } from "vitest"
import type { StarterColumn } from "./column.ts"
import { leaveOut } from "./leave-out.ts"

const quantiles = { p5: 0, p10: 1, p25: 2, p50: 3, p75: 4, p90: 5, p95: 6 }
const column = (changes: Partial<StarterColumn>): StarterColumn => ({
  key: "c",
  label: changes.name ?? "Usage",
  name: "Usage",
  kind: "number",
  n: 100,
  distinct: 40,
  missing: 0,
  quantiles,
  ...changes,
})
const outcome = "churn"

test.each<[string, Partial<StarterColumn>]>([
  ["outcome", { key: "churn", name: "Churn" }],
  ["knows_outcome", { name: "Churn reason", kind: "category", distinct: 4 }],
  ["personal", { name: "SeniorCitizen", kind: "category", distinct: 2 }],
  ["date", { name: "Renewal date", kind: "date" }],
  ["identifier", { name: "customerID", kind: "text", distinct: 100 }],
  ["identifier", { name: "Customer number", distinct: 95 }],
  ["constant", { distinct: 1 }],
  ["constant", { quantiles: { ...quantiles, p95: 0 } }],
  ["mostly_missing", { missing: 81 }],
  ["too_many_categories", { name: "City", kind: "text", distinct: 60 }],
  ["too_many_categories", { name: "City", kind: "category", distinct: 31 }],
])("%s: %o", (reason, changes) => {
  expect(leaveOut(column(changes), outcome)?.reason).toBe(reason)
})

test("an ordinary measure stays, also with a different value in every row", () => {
  expect(leaveOut(column({ distinct: 100 }), outcome)).toBeNull()
  expect(leaveOut(column({ name: "Plan", kind: "category", distinct: 3 }), null)).toBeNull()
})

test("without an outcome a churn risk is a measure like any other", () => {
  expect(leaveOut(column({ name: "Churn risk" }), null)).toBeNull()
})
