import { expect, test } from "vitest"
import {
  recommendedRepairs,
  repairWords,
  withoutRepair,
  withRepair,
} from "#components/imports/chosen-repairs.ts"
import { type Problem, problem } from "#lib/imports/schema.ts"
import type { Repair } from "#lib/imports/settings.ts"

const dayFirst: Repair = { do: "read_days", column: 3, order: "day_first" }
const monthFirst: Repair = { do: "read_days", column: 3, order: "month_first" }
const first: Repair = { do: "keep", which: "first" }
const blank: Repair = { do: "blank", problem: "unknown_word", column: 2 }
const reject: Repair = { do: "reject", problem: "unknown_word", column: 2 }

test("a later decision about the same takes the place of the earlier one", () => {
  expect(withRepair([dayFirst, first], monthFirst)).toEqual([first, monthFirst])
  expect(withRepair([blank], reject)).toEqual([reject])
  expect(withRepair([blank], { ...reject, column: 4 })).toHaveLength(2)
})

test("one is taken back by its place", () => {
  expect(withoutRepair([dayFirst, first], 0)).toEqual([first])
})

const found = (over: Partial<Problem>): Problem =>
  problem.parse({
    kind: "x",
    severity: "error",
    column: null,
    what: "x",
    count: 1,
    samples: [],
    expected: "",
    fix: "",
    ...over,
  })

test("the recommended repairs are the first of every problem that has one, and no warning leaves rows out", () => {
  const choices = [
    { label: "a", repair: dayFirst },
    { label: "b", repair: reject },
  ]
  expect(
    recommendedRepairs([
      found({ repairs: choices }),
      found({ repairs: [] }),
      found({ severity: "warning", repairs: [{ label: "c", repair: blank }] }),
      found({ severity: "warning", repairs: [{ label: "d", repair: reject }] }),
      found({ severity: "warning", repairs: [{ label: "e", repair: first }] }),
    ]),
  ).toEqual([dayFirst, blank])
})

test("decisions are told in words with the column's header", () => {
  const headers = ["id", "name", "segment", "renewal"]
  expect(repairWords(dayFirst, headers)).toBe("Dates in “renewal” are read with the day first")
  expect(repairWords({ do: "replace", column: 2, from: "Ent", to: "" }, headers)).toBe(
    "“Ent” in “segment” is read as blank",
  )
  expect(repairWords(reject, headers)).toContain("in “segment” are left out (unknown word)")
})
