import type { ComparedField } from "../conflicts/differing-lines.ts"
import type { ProfileContent } from "./success-profile.ts"

/** What a profile says, field by field, in the words of its history. */
export const profileFields: readonly (readonly [
  string,
  (content: ProfileContent) => string | number | null,
])[] = [
  ["Segment", ({ segment }) => segment],
  ["Goals", ({ goals }) => goals.join("; ")],
  ["Skills", ({ skills }) => skillWords(skills)],
  ["Language", ({ language }) => language],
  ["Cadence in days", ({ cadenceDays }) => cadenceDays],
  ["Hours per month", ({ effortHoursPerMonth }) => effortHoursPerMonth],
]

/** What two people made of the same profile, field by field. */
export const comparedProfiles = (mine: ProfileContent, theirs: ProfileContent): readonly ComparedField[] =>
  profileFields.map(([name, read]) => ({
    name,
    mine: String(read(mine) ?? ""),
    theirs: String(read(theirs) ?? ""),
  }))

/** "German 3 (must), Negotiation 2". */
export const skillWords = (skills: ProfileContent["skills"]): string =>
  skills.map(({ skill, level, must }) => `${skill} ${level}${must ? " (must)" : ""}`).join(", ")
