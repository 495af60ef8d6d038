import fc from "fast-check"
import { expect, test } from "vitest"
import { basisWords, historyTitle, sumSentence, whyTitle } from "#components/health/score-sentences.ts"
import type { HealthModel, ModelMeasure } from "#lib/health/schema.ts"
import { scoreAccount } from "#lib/health/score.ts"
import { worlds } from "#lib/health/testing/worlds.ts"

const measure = (key: string, weight: number, rest: Partial<ModelMeasure> = {}): ModelMeasure => ({
  key,
  label: key,
  unit: "",
  groupKey: "all",
  weight,
  scale: { kind: "linear", worst: 0, best: 100 },
  maxAgeDays: 90,
  veto: null,
  sources: [],
  ...rest,
})

const model: HealthModel = {
  id: "model",
  version: 1,
  name: "Model",
  baseline: 50,
  minimumCoverage: 0.5,
  bands: { redUpTo: 50, yellowUpTo: 75 },
  groups: [{ key: "all", label: "All", weight: 100 }],
  measures: [
    measure("use", 50),
    measure("tickets", 30),
    measure("payment", 20, { veto: { atOrBelowScore: 10, reason: "Payment overdue" } }),
  ],
}

const score = (values: Record<string, number>, observedOn = "2025-11-10") =>
  scoreAccount({
    model,
    asOf: "2025-11-17",
    readings: Object.entries(values).map(([measureKey, value]) => ({
      measureKey,
      source: "file",
      observedOn,
      value,
    })),
  })

test("the title tells both directions, the worse first", () => {
  const told = score({ use: 90, tickets: 30, payment: 50 })
  expect(whyTitle(told)).toBe("Why 64? 1 cause pulls it down 6.0 points, 1 cause lifts it 20.0 points")
  expect(sumSentence(told)).toBe("Baseline 50 + 20.0 − 6.0 = 64")
  expect(basisWords(told)).toBe("from 3 of 3 measures, oldest 7 days, 100\u00a0% of the weight known")
})

test("a veto is one of the causes and part of the sum", () => {
  const told = score({ use: 100, tickets: 100, payment: 0 })
  expect(told.value).toBe(50)
  expect(whyTitle(told)).toBe("Why 50? 2 causes pull it down 40.0 points, 2 causes lift it 40.0 points")
  expect(sumSentence(told)).toBe("Baseline 50 + 40.0 − 40.0 = 50")
})

test("a score on the baseline has nothing to explain", () => {
  const told = score({ use: 50, tickets: 50, payment: 50 })
  expect(whyTitle(told)).toBe("Why 50? Nothing moves it from the baseline")
  expect(sumSentence(told)).toBe("Baseline 50 = 50")
})

test("too little data is said, and stale readings count as none", () => {
  const told = score({ payment: 50 })
  expect(whyTitle(told)).toBe("No score: 1 of 3 measures known, too little to judge")
  expect(sumSentence(told)).toBeNull()
  expect(basisWords(told)).toBe("from 1 of 3 measures, oldest 7 days, 20\u00a0% of the weight known")
  expect(basisWords(score({ use: 50 }, "2025-01-01"))).toBe(
    "from 0 of 3 measures, 0\u00a0% of the weight known",
  )
})

test("a history that ends with a judgement says that it counts, and what the model said", () => {
  const trend = { words: "No clear change: 62 is inside its usual range" } as Parameters<
    typeof historyTitle
  >[0]
  const last = { day: "2026-11-16", value: 62, computed: 62, isJudged: false }
  expect(historyTitle(trend, last)).toBe(trend.words)
  expect(historyTitle(trend, { ...last, value: 40, isJudged: true })).toBe("Judged 40 counts, computed 62")
  expect(historyTitle(trend, { ...last, value: 40, computed: null, isJudged: true })).toBe(
    "Judged 40 counts, the model has too little data",
  )
})

/** What a reader adds up: "Baseline 50 + 20.0 − 6.0 = 64" is 500, 200, -60 and 640 tenths. */
const tenthsIn = (sentence: string): number[] =>
  [...sentence.matchAll(/([−+]?) ?(\d+(?:\.\d)?)/g)].map(
    ([, sign, digits]) => Math.round(Number(digits) * 10) * (sign === "−" ? -1 : 1),
  )

test("whatever the model: the sum that is told is true to the last digit, and the title says the same", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const told = scoreAccount(world)
      const sum = sumSentence(told)
      if (told.value === null) return sum === null
      const [baseline = 0, ...rest] = tenthsIn(sum ?? "")
      const shown = rest.pop()
      expect(shown).toBe(told.value * 10)
      expect(rest.reduce((all, one) => all + one, baseline)).toBe(shown)
      const sides = [...whyTitle(told).matchAll(/(pulls?|lifts?) it (?:down )?(\d+\.\d) points/g)]
      const moved = sides.map(
        ([, verb, points]) => (verb?.startsWith("pull") ? -1 : 1) * Math.round(Number(points) * 10),
      )
      expect(moved.toSorted((a, b) => b - a)).toEqual(rest.toSorted((a, b) => b - a))
    }),
    { numRuns: 500 },
  )
})
