import { textIn } from "#components/data/text-in.ts"
import type { Segment } from "#lib/accounts/schema.ts"
import type { ProfileDraft } from "#lib/people/success-profile.ts"

export const levelField = (skill: string): string => `level ${skill}`
export const mustField = (skill: string): string => `must ${skill}`

/** What stands in the form of a success profile; a skill of level 0 is not needed. */
export function profileIn(
  form: FormData,
  {
    name,
    seenVersion,
    skills,
    segments,
  }: {
    name: string | null
    seenVersion: number
    skills: readonly string[]
    segments: readonly Segment[]
  },
): ProfileDraft {
  const goals = textIn(form, "goals")
    .split(/\r?\n/)
    .map((goal) => goal.trim())
  return {
    name: name ?? textIn(form, "name"),
    seenVersion,
    segment: segments.find((segment) => segment === textIn(form, "segment")) ?? null,
    goals: goals.filter((goal) => goal !== ""),
    skills: skills
      .map((skill) => ({
        skill,
        level: Number(textIn(form, levelField(skill))),
        must: textIn(form, mustField(skill)) !== "",
      }))
      .filter(({ level }) => level > 0),
    language: textIn(form, "language").trim() || null,
    cadenceDays: Number(textIn(form, "cadenceDays") || Number.NaN),
    effortHoursPerMonth: Number(textIn(form, "effortHoursPerMonth") || Number.NaN),
  }
}
