import fc from "fast-check"
import { expect, test } from "vitest"
import { sumTenths } from "./round-parts.ts"
import { scoreAccount } from "./score.ts"
import { modelOf } from "./testing/model-of.ts"
import { readingsOf } from "./testing/readings-of.ts"
import { worlds } from "./testing/worlds.ts"
import { whatChanged } from "./what-changed.ts"

const asOf = "2026-11-20"
const model = modelOf({
  licences: { weight: 30 },
  escalations: { weight: 20, veto: { atOrBelowScore: 10, reason: "Open escalation" } },
  logins: { weight: 50, maxAgeDays: 5 },
})
const score = (values: Record<string, number>, scoring = model) =>
  scoreAccount({ model: scoring, readings: readingsOf(values), asOf })

// "67 → 62: licence use −3, escalation −2" is the example of our interface guide.
test("67 to 62: licences -3, escalations -2", () => {
  const before = score({ licences: 60, escalations: 70, logins: 70 })
  const after = score({ licences: 50, escalations: 60, logins: 70 })
  expect([before.value, after.value]).toEqual([67, 62])
  const { difference, parts } = whatChanged({ before, after })
  expect(difference).toBe(-5)
  expect(parts.map(({ label, points, cause }) => [label, points, cause])).toEqual([
    ["LICENCES", -3, "value"],
    ["ESCALATIONS", -2, "value"],
  ])
})

test("by hand: a measure goes stale and the others take its share", () => {
  const before = score({ licences: 60, escalations: 70, logins: 70 })
  const readings = [
    ...readingsOf({ licences: 60, escalations: 70 }),
    ...readingsOf({ logins: 70 }, "2026-11-01"),
  ]
  const { difference, parts } = whatChanged({ before, after: scoreAccount({ model, readings, asOf }) })
  expect(difference).toBe(-3)
  expect(parts.map(({ label, points, cause }) => [label, points, cause])).toEqual([
    ["LOGINS", -10, "stale"],
    ["ESCALATIONS", 4, "share"],
    ["LICENCES", 3, "share"],
  ])
})

test("a veto that begins is its own part", () => {
  const before = score({ licences: 80, escalations: 20, logins: 80 })
  const after = score({ licences: 80, escalations: 10, logins: 80 })
  expect(
    whatChanged({ before, after }).parts.map(({ label, points, cause }) => [label, points, cause]),
  ).toEqual([
    ["Veto: Open escalation", -16, "veto"],
    ["ESCALATIONS", -2, "value"],
  ])
})

test("a new model version is its own part, exactly so with a bridge", () => {
  const newer = {
    ...model,
    version: 2,
    measures: model.measures.map((m, i) => ({ ...m, weight: [50, 20, 30][i]! })),
  }
  const old = { licences: 90, escalations: 50, logins: 50 }
  const now = { licences: 80, escalations: 50, logins: 50 }
  const [before, bridge, after] = [score(old), score(old, newer), score(now, newer)]
  expect([before.value, bridge.value, after.value]).toEqual([62, 70, 65])
  const summary = (change: ReturnType<typeof whatChanged>) =>
    change.parts.map(({ label, points, cause }) => [label, points, cause])
  expect(summary(whatChanged({ before, after, bridge }))).toEqual([
    ["Model change", 8, "model"],
    ["LICENCES", -5, "value"],
  ])
  expect(summary(whatChanged({ before, after: bridge }))).toEqual([["Model change", 8, "model"]])
})

test("without both values there is no difference", () => {
  expect(whatChanged({ before: score({}), after: score({ logins: 1 }) })).toEqual({
    difference: null,
    parts: [],
  })
})

test("the parts add up exactly to the difference, whatever changed, bridge or not", () => {
  fc.assert(
    fc.property(worlds, worlds, fc.boolean(), (one, other, isBridged) => {
      const [before, after] = [
        scoreAccount(one),
        scoreAccount({ ...other, model: { ...other.model, version: 2 } }),
      ]
      const bridge = isBridged ? scoreAccount({ ...one, model: { ...other.model, version: 2 } }) : null
      const { difference, parts } = whatChanged({ before, after, bridge })
      if (difference === null) return
      expect(sumTenths(parts.map((part) => part.points))).toBe(difference)
      expect(difference).toBe(after.value! - before.value!)
    }),
    { numRuns: 500 },
  )
})
