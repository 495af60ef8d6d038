import fc from "fast-check"
import { expect, test } from "vitest"
import { pickModel, type SegmentFacts } from "./pick-model.ts"
import type { SegmentCondition } from "./schema.ts"
import { modelOf } from "./testing/model-of.ts"

const model = (id: string, segmentRule?: SegmentCondition[]) =>
  modelOf({ a: {} }, segmentRule ? { id, segmentRule } : { id })
const unknown: SegmentFacts = { segment: null, region: null, industry: null, stage: null }

const standard = model("standard")
const enterprise = model("enterprise", [{ segment: ["Enterprise"] }])
const onboarding = model("onboarding", [
  { stage: ["Onboarding"], region: ["EMEA", "APAC"] },
  { industry: ["Retail"] },
])
const models = [standard, onboarding, enterprise]

const picked = (account: Partial<SegmentFacts>) => {
  const found = pickModel(models, { ...unknown, ...account })
  return [found?.model.id, found?.ruleIndex]
}

test("by hand: rules in order, every field of a condition, any of its values", () => {
  expect(picked({ segment: "enterprise " })).toEqual(["enterprise", 0])
  expect(picked({ segment: "Enterprise", stage: "Onboarding", region: "APAC" })).toEqual(["onboarding", 0])
  expect(picked({ segment: "Enterprise", stage: "Onboarding" })).toEqual(["enterprise", 0])
  expect(picked({ industry: "Retail", segment: "Enterprise" })).toEqual(["onboarding", 1])
})

test("nothing matches: the default, wherever it stands", () => {
  expect(picked({ segment: "SMB" })).toEqual(["standard", null])
})

test("without a default an unmatched account has no model", () => {
  expect(pickModel([enterprise], unknown)).toBeNull()
})

test("with a default every account has exactly one model", () => {
  const word = fc.option(fc.constantFrom("Enterprise", "Onboarding", "EMEA", "Retail", "x"))
  fc.assert(
    fc.property(fc.record({ segment: word, region: word, industry: word, stage: word }), (account) => {
      expect(models).toContain(pickModel(models, account)?.model)
    }),
  )
})
