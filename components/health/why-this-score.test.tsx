import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { WhyThisScore } from "#components/health/why-this-score.tsx"
import type { HealthModel, ModelMeasure } from "#lib/health/schema.ts"
import { scoreAccount } from "#lib/health/score.ts"

const measure = (key: string, weight: number, rest: Partial<ModelMeasure> = {}): ModelMeasure => ({
  key,
  label: key,
  unit: "%",
  groupKey: "all",
  weight,
  scale: { kind: "linear", worst: 0, best: 100 },
  maxAgeDays: 30,
  veto: null,
  sources: ["product", "crm"],
  ...rest,
})

const model: HealthModel = {
  id: "model",
  version: 3,
  name: "Starter",
  baseline: 50,
  minimumCoverage: 0.5,
  bands: { redUpTo: 50, yellowUpTo: 75 },
  groups: [{ key: "all", label: "All", weight: 100 }],
  measures: [
    measure("Licence use", 37),
    measure("Logins", 33),
    measure("Payment", 20, { veto: { atOrBelowScore: 5, reason: "Payment overdue" } }),
    measure("NPS", 5),
    measure("CSAT", 5),
  ],
}

const score = scoreAccount({
  model,
  asOf: "2025-11-17",
  readings: [
    { measureKey: "Licence use", source: "product", observedOn: "2025-11-14", value: 91 },
    { measureKey: "Logins", source: "product", observedOn: "2025-11-14", value: 88 },
    { measureKey: "Logins", source: "crm", observedOn: "2025-11-13", value: 20 },
    { measureKey: "Payment", source: "product", observedOn: "2025-11-14", value: 3 },
    { measureKey: "CSAT", source: "product", observedOn: "2025-06-02", value: 70 },
  ],
})
const html = renderToStaticMarkup(<WhyThisScore score={score} model={model} today="2025-11-17" />)

test("the amounts at the bars and the baseline add up to the score", () => {
  const amounts = [...html.matchAll(/<text[^>]*>([+−])([\d.]+)<\/text>/g)].map(
    ([, sign, digits]) => Math.round(Number(digits) * 10) * (sign === "−" ? -1 : 1),
  )
  expect(amounts).toHaveLength(4)
  expect(500 + amounts.reduce((sum, tenths) => sum + tenths, 0)).toBe(score.value! * 10)
})

test("the veto is a bar of its own", () => {
  expect(score.value).toBe(50)
  expect(html).toContain("Veto: Payment overdue")
})

test("what is missing or too old is named as not counted", () => {
  expect(html).toContain("Not counted: NPS (no value), CSAT (168 days old).")
  expect(html).toContain("Missing, not counted")
  expect(html).toContain("Too old, not counted")
})

test("sources that contradict each other are named, and which one counts", () => {
  expect(html.replaceAll("\u00a0", " ")).toContain(
    "Sources disagree on Logins: product says 88 %, crm says 20 %. Counted: product.",
  )
})
