import { z } from "zod"

/** What an admin changes of a person. */
export const personFields = z.object({
  position: z.string().trim().min(1, "Say what the person does.").max(120, "At most 120 characters."),
  teamId: z.uuid().nullable(),
  managerId: z.uuid().nullable(),
  /** Share of a full week, 1 is full time. */
  fte: z
    .number("Give a share such as 0.8.")
    .min(0, "Give 0 or more.")
    .max(1.5, "Give at most 1.5.")
    .transform((share) => Math.round(share * 100) / 100),
})
export type PersonFields = z.infer<typeof personFields>

export const personChange = z.object({ personId: z.uuid(), seen: personFields, wanted: personFields })
export type PersonChange = z.infer<typeof personChange>

/** A level of a skill as an admin sets it; 0 takes the skill away. */
export const skillLevel = z.int("Give a whole number from 0 to 5.").min(0).max(5)

export const skillChange = z.object({
  personId: z.uuid(),
  skillId: z.uuid(),
  /** The level that the person saw; another one by now means that somebody was quicker. */
  seen: skillLevel,
  level: skillLevel,
  /** Takes one's own last change of it back: the level is again that of who judged it before. */
  takesBack: z.boolean().optional(),
})
export type SkillChange = z.infer<typeof skillChange>
