import { expect, test } from "vitest"
import { scoreAccount } from "#lib/health/score.ts"
import { trendOf } from "#lib/health/trend.ts"
import { situationOf } from "./situation.ts"

const today = "2026-11-22"
const measure = { key: "use", label: "Use", unit: "%", groupKey: "all", weight: 100, maxAgeDays: 90 }
const score = scoreAccount({
  model: {
    id: "model",
    version: 1,
    name: "Model",
    baseline: 50,
    minimumCoverage: 0.5,
    bands: { redUpTo: 50, yellowUpTo: 75 },
    groups: [{ key: "all", label: "All", weight: 100 }],
    measures: [{ ...measure, scale: { kind: "linear", worst: 0, best: 100 }, veto: null, sources: [] }],
  },
  asOf: today,
  readings: [{ measureKey: "use", source: "file", observedOn: today, value: 42.5 }],
})
const change = {
  since: "2026-11-15",
  change: {
    difference: -1,
    parts: [
      { measureKey: "nps", label: "NPS", points: -1, cause: "value" as const, before: 3, after: 2 },
      { measureKey: "use", label: "Use", points: -0.5, cause: "value" as const, before: 3, after: 2 },
    ],
  },
}
const cause = (strongest: { label: string; points: number } | null) =>
  situationOf({
    account: { lifecycleStage: null, segment: null, renewsOn: null, lastContactOn: null },
    plan: { plannedOn: null, createdOn: today, cadenceDays: 30 },
    contacts: [],
    score,
    trend: trendOf([70, 60]),
    change,
    strongest,
    today,
  }).health?.strongestCause

test("the cause that the page names first is the one to ask about, whatever changed since last week", () => {
  expect(cause({ label: "Use 42.5 %", points: -7.5 })).toEqual({
    label: "Use 42.5 %",
    effect: "pulls it down most, by 7.5 points",
    href: "#why",
  })
})

test("most is not said of a cause that another one exceeds", () => {
  expect(cause({ label: "Payment overdue", points: -3 })?.effect).toBe("pulls it down 3.0 points")
})

test("where the page names none, what lost most is told with its day", () => {
  expect(cause(null)).toEqual({
    label: "NPS",
    effect: "took 1.0 points since Sun 15 Nov",
    href: "#changed",
  })
})
