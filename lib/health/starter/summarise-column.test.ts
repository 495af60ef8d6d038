import fc from "fast-check"
import { expect, test } from "vitest"
import { starterColumn } from "./column.ts"
import { summariseColumn } from "./summarise-column.ts"

const summary = (values: string[], isBad?: (boolean | null)[]) =>
  summariseColumn({ key: "k", name: "Name", values, ...(isBad && { isBad }) })

test("by hand: numbers with blanks", () => {
  expect(summary(["1", " ", "3", "2", ""], [true, true, false, null, true])).toEqual({
    key: "k",
    label: "Name",
    name: "Name",
    kind: "number",
    n: 5,
    distinct: 3,
    missing: 2,
    quantiles: { p5: 1.1, p10: 1.2, p25: 1.5, p50: 2, p75: 2.5, p90: 2.8, p95: 2.9 },
    outcomeAuc: 0,
  })
})

test("two numbers are categories, with the rate of the bad outcome where it is known", () => {
  expect(summary(["0", "1", "1", "1"], [true, true, false, null])).toMatchObject({
    kind: "category",
    categories: [
      { value: "1", count: 3, outcomeRate: 0.5 },
      { value: "0", count: 1, outcomeRate: 1 },
    ],
  })
  expect(summary(["Yes", "No"]).categories?.[0]).not.toHaveProperty("outcomeRate")
})

test("dates and free text are told apart", () => {
  expect(summary(["2026-01-01", "2026-02-01"]).kind).toBe("date")
  expect(summary(Array.from({ length: 40 }, (_, i) => `City ${i}`)).kind).toBe("text")
  expect(summary(["", " "])).toMatchObject({ kind: "category", distinct: 0, missing: 2 })
})

test("every column fits its schema, and counts add up", () => {
  const cells = fc.oneof(
    fc.constantFrom("", " ", "a", "b", "7", "2026-01-01"),
    fc.integer().map(String),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 60 }), (values) => {
      const found = summary(values)
      expect(starterColumn.safeParse(found).success).toBe(true)
      const counted = found.categories?.reduce((sum, category) => sum + category.count, 0)
      if (counted !== undefined) expect(counted + found.missing).toBe(found.n)
    }),
  )
})
