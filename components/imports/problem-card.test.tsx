import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { ProblemCard } from "#components/imports/problem-card.tsx"
import type { Problem } from "#lib/imports/schema.ts"

const words: Problem = {
  id: "unknown_word 2",
  kind: "unknown_word",
  severity: "error",
  column: "segment",
  columnIndex: 2,
  what: "Unknown segments",
  count: 214,
  samples: [{ row: 7, found: "<script>" }],
  values: [
    { found: "Big", count: 200 },
    { found: "<script>", count: 14 },
  ],
  expected: "One of Enterprise, Mid-Market, SMB",
  fix: "Say what each word means.",
  repairs: [
    { label: "Leave them blank", repair: { do: "blank", problem: "unknown_word", column: 2 } },
    { label: "Leave these rows out", repair: { do: "reject", problem: "unknown_word", column: 2 } },
  ],
}
const shown = (problem: Problem, action: string | null = "/imports/1/repairs") =>
  renderToStaticMarkup(<ProblemCard problem={problem} action={action} choices={["Enterprise", "SMB"]} />)

test("a problem says what, how often, where, what was found and expected, and what can be done", () => {
  const html = shown(words)
  for (const text of [
    "Unknown segments",
    "214 places",
    "“segment”",
    "Error",
    "7",
    "One of Enterprise",
    "and 213 more",
  ])
    expect(html).toContain(text)
  expect(html).toContain("&lt;script&gt;")
  expect(html).not.toContain("<script>")
  expect(html.indexOf("Leave them blank")).toBeLessThan(html.indexOf("Leave these rows out"))
  expect(html).toContain("Recommended")
  expect(html).toContain("Read “Big” as")
})

test("without a repair only the file can be corrected", () => {
  expect(shown({ ...words, repairs: [] })).toContain("Only the file itself can be corrected")
})

test("a column that is still to be named leads to the step where it is named", () => {
  const unmapped = {
    ...words,
    kind: "missing_column",
    column: "Name",
    columnIndex: null,
    repairs: [],
    fix: "Say it",
  }
  const html = renderToStaticMarkup(<ProblemCard problem={unmapped} action="/x" mapHref="/imports/1/map" />)
  expect(html).toContain('href="/imports/1/map"')
  expect(html).not.toContain("Only the file itself")
  expect(html).not.toContain("in column")
})

test("once the import is written nothing can be chosen", () => {
  expect(shown(words, null)).not.toContain("<button")
})
