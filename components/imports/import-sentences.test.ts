import { expect, test } from "vitest"
import { checkAnswer, previewAnswer, writeLabel } from "#components/imports/import-sentences.ts"
import { type Problem, problem } from "#lib/imports/schema.ts"

const found = (count: number, isRepairable = true): Problem =>
  problem.parse({
    kind: "x",
    severity: "error",
    column: "a",
    what: "x",
    count,
    samples: [],
    expected: "",
    fix: "",
    repairs: isRepairable ? [{ label: "Keep the first", repair: { do: "keep", which: "first" } }] : [],
  })
const counts = { create: 312, update: 185, skip: 0, reject: 3, readings: 0 }

test("the button names the number and the place", () => {
  expect(writeLabel("accounts", counts, "Acme")).toBe("Write 497 accounts into Acme")
  expect(writeLabel("people", { ...counts, create: 1, update: 0 }, "Acme")).toBe("Write 1 person into Acme")
  const signals = { create: 0, update: 1, skip: 179, reject: 0, readings: 180 }
  expect(writeLabel("signals", signals, "Acme")).toBe("Write 1 signal into Acme")
  expect(writeLabel("signals", { ...signals, update: 0, skip: 180 }, "Acme")).toBe(
    "Write no changes into Acme",
  )
  const uncounted = { create: null, update: null, skip: null, reject: 0, readings: 5_000 }
  expect(writeLabel("signals", uncounted, "Acme")).toBe("Write 5,000 signals into Acme")
  expect(writeLabel("accounts", { ...counts, create: 0, update: 0 }, "Acme")).toBe(
    "Write no changes into Acme",
  )
})

test("the check says whether the file can be written", () => {
  expect(checkAnswer({ rows: 500, problems: [], warnings: [] })).toBe("All 500 rows can be written.")
  expect(checkAnswer({ rows: 500, problems: [found(214)], warnings: [found(2)] })).toBe(
    "1 kind of error in 214 places of 500 rows stops this import. It has a recommended repair. 1 warning to know of.",
  )
  expect(checkAnswer({ rows: 500, problems: [found(2), found(3, false)], warnings: [] })).toBe(
    "2 kinds of error in 5 places of 500 rows stop this import. 1 can only be corrected in the file itself.",
  )
  expect(checkAnswer({ rows: 0, problems: [], warnings: [] })).toContain("nothing to write")
})

test("a column that is still to be named is told by what it is, with no count of places", () => {
  const unmapped = { ...found(1, false), kind: "missing_column", what: 'No column holds "Name"' }
  expect(checkAnswer({ rows: 0, problems: [unmapped], warnings: [] })).toBe(
    'No column holds "Name". Say in the step Map which column it is; then the rows are checked.',
  )
})

test("the preview's parts add up to the rows of the file", () => {
  expect(previewAnswer(500, counts, "Acme")).toBe(
    "Of 500 rows 312 created, 185 updated, 0 skipped, 3 rejected, once you write into Acme. Nothing is written yet.",
  )
})

test("what is counted while writing is not told as a number", () => {
  expect(previewAnswer(9, { create: null, update: null, skip: null, reject: 1, readings: 8 }, "Acme")).toBe(
    "Of 9 rows 8 written or skipped, which is counted while writing, 1 rejected, with 8 signals, once you write into Acme. Nothing is written yet.",
  )
})
