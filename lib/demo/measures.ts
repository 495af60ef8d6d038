import type { MeasureKind, MeasureRole } from "#lib/signals/schema.ts"

export type DemoMeasure = {
  readonly key: string
  readonly label: string
  readonly unit: string
  readonly kind: MeasureKind
  readonly role: MeasureRole
}

const number = (key: string, label: string, unit: string): DemoMeasure => ({
  key,
  label,
  unit,
  kind: "number",
  role: "input",
})

export const demoMeasures = [
  number("usage_change", "Use against 4 weeks ago", "%"),
  number("licence_use", "Licence use", "%"),
  number("feature_breadth", "Features in use", "%"),
  number("nps", "NPS", ""),
  number("csat", "CSAT", "%"),
  number("ces", "Customer effort score (of 7)", ""),
  number("open_tickets", "Open tickets", ""),
  number("sponsor_contact", "Time since sponsor contact", "days"),
  number("payment_overdue", "Payment overdue", "days"),
  number("response_time", "Support response time", "hours"),
] as const

export const demoSources = [
  { key: "product", name: "Product analytics", kind: "product" },
  { key: "surveys", name: "Surveys", kind: "survey" },
  { key: "help-desk", name: "Help desk", kind: "support" },
  { key: "help-desk-emea", name: "Help desk EMEA", kind: "support" },
  { key: "crm", name: "CRM", kind: "crm" },
  { key: "billing", name: "Billing", kind: "finance" },
] as const
export type DemoSourceKey = (typeof demoSources)[number]["key"]

/** Weeks, this one included, for which the help desk of EMEA has told nothing. */
export const helpDeskGapWeeks = 3

export const signalWeeks = 26
