import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { ResultActions } from "#components/imports/import-result.tsx"
import { importsAnswer } from "#components/imports/imports-answer.ts"
import { resultSentence, undoWords } from "#components/imports/result-sentence.ts"

const run = {
  kind: "accounts",
  state: "done",
  rowsRead: 500,
  writtenThrough: 501,
  created: 312,
  updated: 185,
  rejected: 3,
  signals: 0,
  takenBack: 0,
  leftAlone: 0,
} as const

test("one sentence tells what became of an import", () => {
  expect(resultSentence(run, "Acme")).toBe(
    "497 accounts were written into Acme. 3 rows were left out and can be downloaded below.",
  )
  expect(resultSentence({ ...run, created: 0, updated: 0, rejected: 0 }, "Acme")).toContain(
    "Nothing differed",
  )
  expect(resultSentence({ ...run, kind: "signals", signals: 9, rejected: 0 }, "Acme")).toBe(
    "9 signals were written into Acme.",
  )
  expect(resultSentence({ ...run, state: "failed", writtenThrough: 300 }, "Acme")).toContain("after row 300")
  expect(resultSentence({ ...run, state: "undone", takenBack: 496, leftAlone: 1 }, "Acme")).toContain(
    "1 row was changed by somebody since and left alone",
  )
})

test("an undo is shown with what it takes back", () => {
  expect(undoWords({ ...run, signals: 180 })).toBe("Undo: takes back 497 accounts and 180 signals")
  expect(undoWords({ ...run, kind: "signals", signals: 1 })).toBe("Undo: takes back 1 signal")
  expect(undoWords({ ...run, created: 0, updated: 0 })).toBeNull()
})

const actions = (state: "done" | "failed" | "undone", mayUndo: boolean) =>
  renderToStaticMarkup(<ResultActions runId="1" kind="accounts" state={state} mayUndo={mayUndo} />)

test("what can be done next depends on how it stands, with one primary button at most", () => {
  expect(actions("done", true)).toContain("Undo this import")
  expect(actions("done", false)).not.toContain("Undo")
  expect(actions("failed", true)).toMatch(/Undo this import.*Resume/)
  expect(actions("undone", false)).toContain("/imports/new?kind=accounts")
  for (const html of [actions("done", true), actions("failed", true), actions("undone", false)])
    expect(html.match(/bg-primary/g)).toHaveLength(1)
})

test("the list says what waits", () => {
  const row = (state: "done" | "failed" | "draft" | "checked", kind?: string) => ({
    state,
    fileName: "a.csv",
    problems: kind ? [{ kind, severity: "error" as const }] : [],
  })
  const first = { isFirstPage: true, hasMore: false }
  expect(importsAnswer([], first)).toBe("Nothing has been imported yet.")
  expect(importsAnswer([row("done")], first)).toBe("1 import. None waits for anybody.")
  expect(importsAnswer([row("done"), row("failed")], first)).toContain("“a.csv” stopped in the middle")
  expect(
    importsAnswer(
      [row("draft"), row("checked"), row("checked", "wrong_sign"), row("checked", "unreadable_file")],
      first,
    ),
  ).toBe(
    "4 imports. 1 file waits to be written, 1 file waits for its repair, 1 file waits for its mapping, 1 file could not be read.",
  )
})
