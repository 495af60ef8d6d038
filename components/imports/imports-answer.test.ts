import { expect, test } from "vitest"
import { inventedNumbers } from "#lib/testing/bare-numbers.ts"
import { importsAnswer } from "./imports-answer.ts"

const all = { isFirstPage: true, hasMore: false }
const run = (
  state: Parameters<typeof importsAnswer>[0][number]["state"],
  ...severities: ("error" | "warning")[]
) => ({
  state,
  fileName: "customers.csv",
  problems: severities.map((severity) => ({ kind: "bad_date", severity }) as const),
})

test("a workspace without an import says so", () => {
  expect(importsAnswer([], all)).toBe("Nothing has been imported yet.")
  expect(importsAnswer([], { isFirstPage: false, hasMore: false })).toBe("Nothing was imported before these.")
})

test("what waits for somebody is counted by what it waits for", () =>
  expect(importsAnswer([run("checked"), run("checked", "error"), run("draft"), run("done")], all)).toBe(
    "4 imports. 1 file waits to be written, 1 file waits for its repair, 1 file waits for its mapping.",
  ))

test("what stopped in the middle comes first, and a longer list says that it is cut", () => {
  expect(importsAnswer([run("failed"), run("draft")], all)).toBe(
    "2 imports. “customers.csv” stopped in the middle: resume or undo.",
  )
  expect(importsAnswer([run("done")], { isFirstPage: true, hasMore: true })).toBe(
    "The newest 1 import. None waits for anybody.",
  )
})

test("no count of imports is one that the list does not have", () => {
  const runs = [run("failed"), run("failed"), run("checked"), run("checked", "error"), run("draft")]
  for (let from = 0; from < runs.length; from++) {
    const some = runs.slice(from)
    const counts = [some.length, 0, 1, 2]
    expect(inventedNumbers(importsAnswer(some, all), { numbers: counts, texts: ["customers.csv"] })).toEqual(
      [],
    )
  }
})
