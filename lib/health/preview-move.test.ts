import { expect, test } from "vitest"
import { previewMove } from "./preview-move.ts"
import type { HealthModel } from "./schema.ts"
import { modelOf } from "./testing/model-of.ts"
import { readingsOf } from "./testing/readings-of.ts"

const published = modelOf({ usage: { weight: 50 }, tickets: { weight: 50 } })
const asOf = "2026-11-20"
const move = (draft: Partial<HealthModel>, values: Record<string, number>) =>
  previewMove({
    published,
    draft: { ...published, version: 2, ...draft },
    readings: readingsOf(values),
    asOf,
  })
const weighted = (usage: number, tickets: number) =>
  modelOf({ usage: { weight: usage }, tickets: { weight: tickets } }).measures

test("nobody moves with the same model, nor inside a band", () => {
  expect(move({}, { usage: 80, tickets: 20 })).toBeNull()
  expect(move({ measures: weighted(60, 40) }, { usage: 60, tickets: 55 })).toBeNull()
})

test("a limit that passes over a value moves it, by the limits alone", () => {
  expect(move({ bands: { redUpTo: 40, yellowUpTo: 75 } }, { usage: 45, tickets: 45 })).toEqual({
    from: { value: 45, band: "red" },
    to: { value: 45, band: "yellow" },
    reason: { kind: "limits" },
  })
})

test("weights move points: by hand, 80 and 20 weigh 50:50 to 50 and 80:20 to 68", () => {
  expect(move({ measures: weighted(80, 20) }, { usage: 80, tickets: 20 })).toEqual({
    from: { value: 50, band: "red" },
    to: { value: 68, band: "yellow" },
    reason: { kind: "points", label: "USAGE", before: 15, after: 24 },
  })
})

test("a veto that comes caps the score, and one that goes frees it", () => {
  const veto = { atOrBelowScore: 30, reason: "Too many tickets" }
  const vetoed = published.measures.map((one) => (one.key === "tickets" ? { ...one, veto } : one))
  const values = { usage: 100, tickets: 20 }
  expect(move({ measures: vetoed }, values)).toMatchObject({
    from: { value: 60, band: "yellow" },
    to: { value: 50, band: "red" },
    reason: { kind: "veto_new", label: "Too many tickets" },
  })
  const back = previewMove({
    published: { ...published, measures: vetoed },
    draft: published,
    readings: readingsOf(values),
    asOf,
  })
  expect(back?.reason).toEqual({ kind: "veto_gone", label: "Too many tickets" })
})

test("more data asked for than there is leaves no band", () => {
  expect(move({ minimumCoverage: 0.9 }, { usage: 90 })).toMatchObject({
    from: { band: "green" },
    to: { value: null, band: "insufficient" },
    reason: { kind: "coverage" },
  })
})
