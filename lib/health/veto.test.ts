import fc from "fast-check"
import { expect, test } from "vitest"
import { modelOf } from "./testing/model-of.ts"
import { vetoCap, vetoesHit } from "./veto.ts"

const model = modelOf({
  payment: { veto: { atOrBelowScore: 20, reason: "Payment overdue" } },
  sponsor: { veto: { atOrBelowScore: 0, reason: "Sponsor left" } },
  usage: {},
})
const reasons = (scores: Record<string, number | null>) =>
  vetoesHit(model, (key) => scores[key]).map((hit) => hit.reason)

test("by hand: at or below the limit, a missing measure never", () => {
  expect(reasons({ payment: 20, sponsor: 0.1, usage: 0 })).toEqual(["Payment overdue"])
  expect(reasons({ payment: 20.1, sponsor: 0 })).toEqual(["Sponsor left"])
  expect(reasons({ payment: null })).toEqual([])
})

// The wording is the example of the requirement: "Veto: Payment overdue −17.0".
test("a score of 67 loses 17 points; a red one loses nothing", () => {
  const hits = vetoesHit(model, () => 0)
  expect(vetoCap(hits.slice(0, 1), 67, 50)).toEqual({ label: "Veto: Payment overdue", points: -17 })
  expect(vetoCap(hits, 51, 50)).toEqual({ label: "Veto: Payment overdue, Sponsor left", points: -1 })
  expect(vetoCap(hits, 50, 50)).toBeNull()
  expect(vetoCap([], 67, 50)).toBeNull()
})

test("no score with a veto ever stays above red", () => {
  const hits = vetoesHit(model, () => 0)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), (score) => {
      expect(score + (vetoCap(hits, score, 50)?.points ?? 0)).toBe(Math.min(score, 50))
    }),
  )
})
