import { expect, test } from "vitest"
import { scoresSentence } from "./scores-sentence.ts"

const measures = [
  { key: "logins", label: "Logins" },
  { key: "nps", label: "NPS" },
]

test("what became of the scores is told: a first model, all scored, some not, no model yet", () => {
  expect(scoresSentence({ measures, scored: new Set(["logins", "nps"]), isFirst: true })).toBe(
    "A starter model was made from these measures. 2 measures of this file count in the health score.",
  )
  expect(scoresSentence({ measures, scored: new Set(["logins"]), isFirst: false })).toContain(
    "1 of 2 measures is stored and not scored: “NPS”. The command npm run import -- FILE --propose-model",
  )
  expect(scoresSentence({ measures, scored: null, isFirst: false })).toContain("No health model")
  expect(scoresSentence({ measures: [], scored: null, isFirst: false })).toBeNull()
})
