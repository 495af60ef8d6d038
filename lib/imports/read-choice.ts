import { type LifecycleStage, lifecycleStages, type Segment } from "#lib/accounts/schema.ts"
import { compactName } from "./compact-name.ts"

const segmentWords: Readonly<Record<string, Segment>> = {
  enterprise: "Enterprise",
  ent: "Enterprise",
  strategic: "Enterprise",
  midmarket: "Mid-Market",
  mm: "Mid-Market",
  medium: "Mid-Market",
  smb: "SMB",
  small: "SMB",
  smallbusiness: "SMB",
  sme: "SMB",
}

const stageWords: Readonly<Record<string, LifecycleStage>> = {
  implementation: "onboarding",
  live: "adoption",
  renewing: "renewal",
  cancelled: "churned",
  canceled: "churned",
  lost: "churned",
  ...Object.fromEntries(lifecycleStages.map((stage) => [stage, stage])),
}

export const readSegment = (cell: string): Segment | null => segmentWords[compactName(cell)] ?? null

export const readStage = (cell: string): LifecycleStage | null => stageWords[compactName(cell)] ?? null
