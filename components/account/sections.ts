/** The parts of an account's page in their order: the number keys jump to them. */
export const accountSections = [
  { id: "next", label: "Next step" },
  { id: "why", label: "Why this score" },
  { id: "changed", label: "What changed" },
  { id: "timeline", label: "Timeline" },
  { id: "signals", label: "Signals" },
  { id: "people", label: "People" },
  { id: "contracts", label: "Contracts" },
  { id: "movements", label: "ARR movements" },
  { id: "touchpoints", label: "Touchpoints" },
] as const

export type AccountSection = (typeof accountSections)[number]
