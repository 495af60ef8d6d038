import type { ProfileDraft } from "../people/success-profile.ts"

const need = (skill: string, level: number, must = false) => ({ skill, level, must })

const midMarket: Omit<ProfileDraft, "seenVersion" | "goals"> = {
  name: "Mid-Market adoption",
  segment: "Mid-Market",
  skills: [need("Success planning", 3, true), need("Value reviews", 3), need("Renewal negotiation", 3)],
  language: null,
  cadenceDays: 60,
  effortHoursPerMonth: 4,
}
const midMarketGoals = [
  "Licence use above 70 % within two quarters",
  "Renewal agreed 60 days before the term ends",
]

/**
 * What success takes in the made-up company, in the order of the versions. Each rhythm is the usual one of its segment,
 * so that a profile does not change who is overdue.
 */
export const demoProfiles: readonly ProfileDraft[] = [
  {
    name: "Enterprise partnership",
    seenVersion: 0,
    segment: "Enterprise",
    goals: [
      "A sponsor who is met every month",
      "Licence use above 80 % in every department that was sold to",
      "Value in figures before each renewal",
    ],
    skills: [
      need("Success planning", 4, true),
      need("Value reviews", 4, true),
      need("Renewal negotiation", 3),
      need("Integrations", 3),
    ],
    language: null,
    cadenceDays: 30,
    effortHoursPerMonth: 14,
  },
  { ...midMarket, seenVersion: 0, goals: midMarketGoals },
  { ...midMarket, seenVersion: 1, goals: [...midMarketGoals, "No ticket without an answer for two days"] },
  {
    name: "SMB at scale",
    seenVersion: 0,
    segment: "SMB",
    goals: ["First report built without help within 30 days", "Half of the features in use after a year"],
    skills: [need("Technical onboarding", 2), need("Success planning", 2)],
    language: null,
    cadenceDays: 90,
    effortHoursPerMonth: 0.75,
  },
  {
    name: "First 90 days",
    seenVersion: 0,
    segment: null,
    goals: ["Data imported and single sign-on open in two weeks", "First value within eight weeks"],
    skills: [need("Technical onboarding", 4, true), need("Integrations", 3), need("Success planning", 3)],
    language: "English",
    cadenceDays: 7,
    effortHoursPerMonth: 10,
  },
]
