import { z } from "zod"

export const segments = ["Enterprise", "Mid-Market", "SMB"] as const
export type Segment = (typeof segments)[number]

export const lifecycleStages = ["onboarding", "adoption", "value", "renewal", "churned"] as const
export type LifecycleStage = (typeof lifecycleStages)[number]

export const lifecycleStageNames: Record<LifecycleStage, string> = {
  onboarding: "Onboarding",
  adoption: "Adoption",
  value: "Value",
  renewal: "Renewal",
  churned: "Churned",
}

const text = (longest: number) => z.string().trim().max(longest)

/** The fields of an account that a file or a client may set. */
export const accountFields = z.object({
  externalId: text(200).min(1),
  name: text(400).min(1),
  domain: text(253).toLowerCase().nullable().default(null),
  industry: text(100).nullable().default(null),
  segment: z.enum(segments).nullable().default(null),
  region: text(100).nullable().default(null),
  language: text(35).nullable().default(null),
  lifecycleStage: z.enum(lifecycleStages).nullable().default(null),
  ownerName: text(200).nullable().default(null),
  parentExternalId: text(200).nullable().default(null),
})
export type AccountFields = z.infer<typeof accountFields>
