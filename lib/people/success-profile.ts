import { z } from "zod"
import { segments } from "../accounts/schema.ts"
import { accept, type Outcome, refuse } from "../outcome.ts"
import { profileFields } from "./profile-fields.ts"

const line = z
  .string()
  .trim()
  .min(1)
  .max(200, "At most 200 characters.")
  .regex(/^\P{Cc}*$/u, "A character in it cannot be stored.")

/** What success takes for a kind of account, as its next version. */
export const profileDraft = z.object({
  name: line.max(80, "At most 80 characters."),
  /** The version that was seen; 0 for a profile that is not there yet. */
  seenVersion: z.int().min(0),
  segment: z.enum(segments).nullable(),
  goals: z.array(line).min(1, "Name at least one goal.").max(20, "At most 20 goals."),
  skills: z.array(z.object({ skill: line, level: z.int().min(1).max(5), must: z.boolean() })).max(60),
  language: line.max(40).nullable(),
  cadenceDays: z.int("Give whole days.").min(1, "At least 1 day.").max(365, "At most 365 days."),
  effortHoursPerMonth: z
    .number("Give hours, such as 4.5.")
    .min(0)
    .max(400, "At most 400 hours.")
    .transform((hours) => Math.round(hours * 100) / 100),
})
export type ProfileDraft = z.infer<typeof profileDraft>
export type ProfileContent = Omit<ProfileDraft, "name" | "seenVersion">

export const profileRefusals = {
  changed_meanwhile: "Somebody made a newer version meanwhile. Look at it, then make yours.",
  unchanged: "Nothing differs from the version in force.",
} as const
export type ProfileRefusal = keyof typeof profileRefusals

export type ProfileChange = {
  readonly field: string
  readonly before: string | number | null
  readonly after: string | number | null
}

/**
 * What the next version of a profile has otherwise than the newest one. Refused when that one is not the version that
 * was seen, and when nothing differs.
 */
export function decideProfileVersion(
  newest: { readonly version: number; readonly content: ProfileContent } | null,
  draft: ProfileDraft,
): Outcome<{ version: number; changes: readonly ProfileChange[] }, ProfileRefusal> {
  if ((newest?.version ?? 0) !== draft.seenVersion) return refuse("changed_meanwhile")
  const changes = profileFields
    .map(([field, read]) => ({ field, before: newest ? read(newest.content) : null, after: read(draft) }))
    .filter((change) => change.before !== change.after)
  if (newest && changes.length === 0) return refuse("unchanged")
  return accept({ version: draft.seenVersion + 1, changes })
}
