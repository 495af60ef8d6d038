import fc from "fast-check"
import { expect, test } from "vitest"
import { sumTenths } from "./round-parts.ts"
import { healthModel } from "./schema.ts"
import { scoreAccount } from "./score.ts"
import { summariseColumn } from "./starter/summarise-column.ts"
import { proposeStarterModel } from "./starter-model.ts"
import { readingsOf } from "./testing/readings-of.ts"

/** Lost accounts have few logins, many tickets, mostly monthly contracts; gender and colour say nothing. */
const rows = Array.from({ length: 400 }, (_, i) => {
  const isBad = i % 4 === 0
  return {
    account_id: `A-${i}`,
    logins: String((isBad ? 5 : 20) + ((i * 7) % 23)),
    open_tickets: String((isBad ? 4 : 1) + ((i * 5) % 6)),
    contract: isBad && i % 8 === 0 ? "month-to-month" : i % 3 === 0 ? "month-to-month" : "one year",
    colour: ["blue", "pink"][Math.floor(i / 4) % 2]!,
    gender: ["f", "m"][i % 2]!,
    churned: isBad ? "yes" : "no",
  }
})
type Row = (typeof rows)[number]
const names = Object.keys(rows[0]!) as (keyof Row)[]
const columnsOf = (some: readonly Row[], isJudged: boolean) =>
  names.map((name) => {
    const values = some.map((row) => row[name])
    const isBad = isJudged ? { isBad: some.map((row) => row.churned === "yes") } : {}
    return summariseColumn({ key: name, name, values, ...isBad })
  })
const learned = proposeStarterModel({
  id: "m",
  name: "Starter",
  columns: columnsOf(rows, true),
  outcome: { key: "churned", rate: 0.25, n: 400 },
})
const named = proposeStarterModel({ id: "m", name: "Starter", columns: columnsOf(rows, false) })
const reasons = (proposal: typeof learned) =>
  Object.fromEntries(proposal.leftOut.map((out) => [out.key, out.reason]))

test("with an outcome: directions and weights are learned, the rest is left out with its reason", () => {
  expect(healthModel.safeParse(learned.model).success).toBe(true)
  expect(learned.basis).toBe("Learned from 100 lost and 300 kept accounts")
  const found = learned.explanations.map(({ label, direction, groupLabel }) => [label, direction, groupLabel])
  expect(found).toEqual([
    ["logins", "higher", "Usage"],
    ["open_tickets", "lower", "Support"],
    ["contract", null, "Commercial"],
  ])
  expect(reasons(learned)).toEqual({
    account_id: "identifier",
    colour: "weak",
    gender: "personal",
    churned: "outcome",
  })
})

test("weights are in proportion to strength", () => {
  const [logins, tickets] = learned.explanations
  expect(logins!.weight / tickets!.weight).toBeCloseTo(logins!.strength! / tickets!.strength!, 1)
})

test("without an outcome: names decide, every measure counts the same", () => {
  expect(healthModel.safeParse(named.model).success).toBe(true)
  expect(named.isLearned).toBe(false)
  expect(named.explanations.map(({ label, direction }) => [label, direction])).toEqual([
    ["logins", "higher"],
    ["open_tickets", "lower"],
    ["contract", null],
  ])
  for (const { weight, because } of named.explanations) {
    expect(weight).toBeCloseTo(33.3, 0)
    expect(because.length).toBeGreaterThan(0)
  }
  expect(reasons(named)).toMatchObject({
    colour: "unknown_categories",
    gender: "personal",
    churned: "outcome",
  })
})

test("too few losses teach nothing, and it says so", () => {
  const outcome = { key: "churned", rate: 0.25, n: 76 }
  const few = proposeStarterModel({
    id: "m",
    name: "S",
    columns: columnsOf(rows.slice(0, 76), true),
    outcome,
  })
  expect(few.isLearned).toBe(false)
  expect(few.basis).toContain("Too little data to learn from: 19 lost and 57 kept accounts")
  expect(reasons(few).churned).toBe("outcome")
})

test("a measure that knows the outcome is left out", () => {
  const values = rows.map((row, i) => (row.churned === "yes" ? `${100 + i}` : `${-i}`))
  const farewell = summariseColumn({
    key: "farewell",
    name: "Farewell calls",
    values,
    isBad: rows.map((row) => row.churned === "yes"),
  })
  const outcome = { key: "churned", rate: 0.25, n: 400 }
  expect(reasons(proposeStarterModel({ id: "m", name: "S", columns: [farewell], outcome }))).toEqual({
    farewell: "knows_outcome",
  })
})

test("nothing usable: no model", () => {
  expect(proposeStarterModel({ id: "m", name: "S", columns: [] }).model).toBeNull()
})

test("the twenty strongest stay, all others are named", () => {
  const columns = Array.from({ length: 30 }, (_, i) => ({
    ...columnsOf(rows, true)[1]!,
    key: `c${i}`,
    name: `Usage ${i}`,
    outcomeAuc: 0.1 + i / 100,
  }))
  const many = proposeStarterModel({ id: "m", name: "S", columns, outcome: { key: "x", rate: 0.25, n: 400 } })
  expect(many.model?.measures.map((measure) => measure.key)).toEqual(
    columns.slice(0, 20).map(({ key }) => key),
  )
  expect(many.leftOut.every((out) => out.reason === "beyond_limit")).toBe(true)
})

test("lost accounts score lower, and every score explains itself exactly", () => {
  const scored = rows.map((row) => {
    const { logins, open_tickets, contract } = row
    const values = { logins: Number(logins), open_tickets: Number(open_tickets), contract }
    const score = scoreAccount({ model: learned.model!, readings: readingsOf(values), asOf: "2026-11-20" })
    expect(sumTenths([score.baseline, ...score.parts.map((part) => part.points)])).toBe(score.value)
    return { isBad: row.churned === "yes", value: score.value! }
  })
  const mean = (isBad: boolean) => {
    const group = scored.filter((one) => one.isBad === isBad)
    return group.reduce((sum, one) => sum + one.value, 0) / group.length
  }
  expect(mean(false) - mean(true)).toBeGreaterThan(15)
})

test("whatever is imported, a proposed model is valid", () => {
  const cell = fc.oneof(
    fc.constantFrom("", "yes", "no", "low", "high"),
    fc.integer({ min: 0, max: 9 }).map(String),
  )
  const table = fc.array(fc.tuple(cell, cell, cell, fc.boolean()), { minLength: 1, maxLength: 80 })
  fc.assert(
    fc.property(table, fc.boolean(), (cells, isJudged) => {
      const isBad = cells.map((row) => row[3])
      const columns = ["Usage", "Open tickets", "Plan"].map((name, i) =>
        summariseColumn({
          key: name,
          name,
          values: cells.map((row) => String(row[i])),
          ...(isJudged && { isBad }),
        }),
      )
      const rate = isBad.filter(Boolean).length / cells.length
      const outcome = isJudged ? { key: "x", rate, n: cells.length } : null
      const { model, leftOut } = proposeStarterModel({ id: "m", name: "S", columns, outcome })
      expect((model?.measures.length ?? 0) + leftOut.length).toBe(3)
      if (model) expect(healthModel.safeParse(model).error).toBeUndefined()
    }),
  )
})
