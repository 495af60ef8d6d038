import type { HealthModel, ModelMeasure } from "#lib/health/schema.ts"
import { type DemoSourceKey, demoMeasures } from "./measures.ts"

export type DemoModel = Omit<HealthModel, "id">

type Line = readonly [
  key: string,
  group: string,
  weight: number,
  worst: number,
  best: number,
  maxAgeDays: number,
  ...sources: DemoSourceKey[],
]

const groupLabels: Readonly<Record<string, string>> = {
  use: "Product use",
  experience: "Experience",
  support: "Support",
  relationship: "Relationship",
  commercial: "Commercial",
}

const paymentVeto = { atOrBelowScore: 0, reason: "Payment is 60 days or more overdue" }

/** Anything that the help desks have not told for ten days is too old to count; surveys hold for six weeks. */
const everyone: readonly Line[] = [
  ["usage", "use", 40, 1.5, 7.5, 14, "product"],
  ["licence_use", "use", 35, 25, 85, 21, "product", "billing"],
  ["feature_breadth", "use", 25, 15, 68, 21, "product"],
  ["nps", "experience", 40, -45, 55, 42, "surveys"],
  ["csat", "experience", 35, 62, 97, 42, "surveys"],
  ["ces", "experience", 25, 3.8, 6.5, 42, "surveys"],
  ["open_tickets", "support", 40, 6, 0, 10, "help-desk", "help-desk-emea"],
  ["sentiment", "support", 60, 25, 85, 10, "help-desk", "help-desk-emea"],
  ["sponsor_contact", "relationship", 100, 150, 21, 14, "crm"],
  ["payment_overdue", "commercial", 100, 60, 0, 14, "billing"],
]

/** Large accounts open more tickets and live by their sponsors. */
const enterprise = new Map<string, Partial<Record<"worst" | "best", number>>>([
  ["open_tickets", { worst: 12, best: 1 }],
  ["sponsor_contact", { worst: 70, best: 14 }],
])

export const demoModels: readonly DemoModel[] = [
  {
    name: "Customer health",
    version: 1,
    ...shared(),
    groups: groups({ use: 45, experience: 25, support: 15, relationship: 8, commercial: 7 }),
    measures: everyone.map((line) => measureOf(line)),
  },
  {
    name: "Enterprise health",
    version: 1,
    segmentRule: [{ segment: ["Enterprise"] }],
    ...shared(),
    groups: groups({ use: 40, experience: 23, support: 15, relationship: 15, commercial: 7 }),
    measures: everyone.map((line) => measureOf(line, enterprise.get(line[0]))),
  },
]

/** What the weights rest on; shown with the model. */
export const demoModelBasis =
  "Chosen by people: use weighs most because it moves first, payment can veto, and large accounts weigh the relationship more."

function shared() {
  return {
    baseline: 50 as const,
    minimumCoverage: 0.5,
    bands: { redUpTo: 50, yellowUpTo: 75 },
  }
}

function groups(weights: Readonly<Record<string, number>>) {
  return Object.entries(weights).map(([key, weight]) => ({ key, label: groupLabels[key] ?? key, weight }))
}

function measureOf(
  [key, groupKey, weight, worst, best, maxAgeDays, ...sources]: Line,
  other: Partial<Record<"worst" | "best", number>> = {},
): ModelMeasure {
  const measure = demoMeasures.find((one) => one.key === key)
  if (!measure) throw new Error(`The demo has no measure ${key}.`)
  return {
    key,
    label: measure.label,
    unit: measure.unit,
    groupKey,
    weight,
    scale: { kind: "linear", worst, best, ...other },
    maxAgeDays,
    veto: key === "payment_overdue" ? paymentVeto : null,
    sources,
  }
}
