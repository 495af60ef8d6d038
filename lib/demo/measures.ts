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

/** The ten measures; their place in this list is how the world names them. */
export const demoMeasures = [
  number("usage", "Sessions per user and week", ""),
  number("licence_use", "Licence use", "%"),
  number("feature_breadth", "Features in use", "%"),
  number("nps", "NPS", ""),
  number("csat", "CSAT", "%"),
  number("ces", "Customer effort score (of 7)", ""),
  number("open_tickets", "Open tickets", ""),
  number("payment_overdue", "Payment overdue", "days"),
  number("sponsor_contact", "Time since sponsor contact", "days"),
  number("sentiment", "Sentiment of messages (of 100)", ""),
] as const

/** A source delivers once a day, each account at its own minute between these two. */
export const demoSources = [
  { key: "product", name: "Product analytics", kind: "product", from: 5 * 60, to: 7 * 60 },
  { key: "surveys", name: "Surveys", kind: "survey", from: 9 * 60, to: 18 * 60 },
  { key: "help-desk", name: "Help desk", kind: "support", from: 7 * 60, to: 20 * 60 },
  { key: "help-desk-emea", name: "Help desk EMEA", kind: "support", from: 6 * 60, to: 17 * 60 },
  { key: "crm", name: "CRM", kind: "crm", from: 4 * 60, to: 21 * 60 },
  { key: "billing", name: "Billing", kind: "finance", from: 2 * 60, to: 4 * 60 },
] as const
export type DemoSourceKey = (typeof demoSources)[number]["key"]

export const sourcePlace = Object.fromEntries(demoSources.map(({ key }, place) => [key, place])) as Readonly<
  Record<DemoSourceKey, number>
>
