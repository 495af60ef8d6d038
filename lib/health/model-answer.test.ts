import { expect, test } from "vitest"
import { modelAnswer } from "./model-answer.ts"
import { modelOf } from "./testing/model-of.ts"

const one = modelOf({
  usage: { weight: 60, veto: { atOrBelowScore: 5, reason: "Gone" } },
  tickets: { weight: 40 },
})
const accounts = { customers: 424, withoutScore: 0, notYetScored: 0, waiting: 0 }

test("one model is told with its measures and vetoes, several by name", () => {
  expect(modelAnswer([one], accounts)).toBe(
    "Model, version 1, scores by 2 measures with 1 veto; all 424 accounts are scored.",
  )
  expect(modelAnswer([one, { ...one, name: "SMB", version: 3 }], { ...accounts, waiting: 1 })).toBe(
    "2 models score: Model (version 1), SMB (version 3); 1 account waits for its score.",
  )
  expect(modelAnswer([one], { ...accounts, waiting: 500 })).toMatch(/500 accounts wait for their score\.$/)
})

test.each([
  [{ withoutScore: 10 }, "414 of 424 accounts are scored, 10 have too little data."],
  [{ withoutScore: 1 }, "423 of 424 accounts are scored, 1 has too little data."],
  [
    { withoutScore: 12, notYetScored: 2 },
    "412 of 424 accounts are scored, 10 have too little data, 2 not scored yet.",
  ],
  [{ withoutScore: 423 }, "1 of 424 accounts is scored, 423 have too little data."],
  [{ customers: 1 }, "1 of 1 account is scored."],
  [{ customers: 0 }, "there is no account to score."],
])("who has too little data is not called scored: %j", (given, words) =>
  expect(modelAnswer([one], { ...accounts, ...given })).toMatch(new RegExp(`; ${words}$`)),
)

test("without a model nobody has a score", () =>
  expect(modelAnswer([], accounts)).toMatch(/^No health model/))
