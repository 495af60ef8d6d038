import { expect, test } from "vitest"
import { describeProblem } from "./describe-problem.ts"
import { ProblemList } from "./problem-list.ts"

const about = {
  kind: "unreadable_number",
  severity: "warning",
  column: "NPS",
  what: "A cell of a numeric column is not a number",
  expected: "A number such as 1234.5",
  fix: "Correct these cells",
} as const

test("one repair is one problem, with a count and five samples", () => {
  const problems = new ProblemList()
  for (let row = 2; row < 216; row += 1) problems.add(about, { row, found: `x${row}` })
  problems.add({ ...about, column: "CSAT" }, { row: 9, found: "y" })
  problems.add({ ...about, kind: "no_rows", severity: "error", column: null })
  const [first, second, third] = problems.toArray()
  expect(first).toMatchObject({ kind: "no_rows", count: 1, samples: [] })
  expect(second).toMatchObject({ column: "NPS", count: 214 })
  expect(second?.samples.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6])
  expect(third).toMatchObject({ column: "CSAT", count: 1 })
  expect(problems.hasErrors).toBe(true)
})

test("counted findings are added with the samples that still fit", () => {
  const problems = new ProblemList()
  const samples = Array.from({ length: 4 }, (_, row) => ({ row, found: "x" }))
  problems.addAll(about, { count: 10, samples })
  problems.addAll(about, { count: 7, samples })
  expect(problems.toArray()[0]).toMatchObject({ count: 17 })
  expect(problems.toArray()[0]?.samples).toHaveLength(5)
  expect(problems.hasErrors).toBe(false)
})

test("a problem reads as what, how often, where, expected, found and fix", () => {
  const problems = new ProblemList()
  problems.addAll(about, { count: 214, samples: [{ row: 7, found: "n.v." }] })
  expect(describeProblem(problems.toArray()[0]!)).toBe(
    [
      "Warning: A cell of a numeric column is not a number, 214 times",
      '  where     column "NPS"',
      "  row 7     found n.v.",
      "  and 213 more places",
      "  expected  A number such as 1234.5",
      "  fix       Correct these cells",
    ].join("\n"),
  )
})

test("a cell cannot repaint the reader's screen", () => {
  const problems = new ProblemList()
  problems.add(about, { row: 2, found: `\u001b[2J\u202e${"x".repeat(100)}` })
  expect(problems.toArray()[0]?.samples[0]?.found).toBe(`\\u001b[2J\\u202e${"x".repeat(55)}…`)
})
