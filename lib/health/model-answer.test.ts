import { expect, test } from "vitest"
import { modelAnswer } from "./model-answer.ts"
import { modelOf } from "./testing/model-of.ts"

const one = modelOf({
  usage: { weight: 60, veto: { atOrBelowScore: 5, reason: "Gone" } },
  tickets: { weight: 40 },
})

test("one model is told with its measures and vetoes, several by name", () => {
  expect(modelAnswer([one], 0)).toBe(
    "Model, version 1, scores by 2 measures with 1 veto; every account is scored.",
  )
  expect(modelAnswer([one, { ...one, name: "SMB", version: 3 }], 1)).toBe(
    "2 models score: Model (version 1), SMB (version 3); 1 account waits for its score.",
  )
  expect(modelAnswer([one], 500)).toMatch(/500 accounts wait for their score\.$/)
})

test("without a model nobody has a score", () => expect(modelAnswer([], 0)).toMatch(/^No health model/))
