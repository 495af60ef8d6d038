import { type LifecycleStage, lifecycleStages, type Segment } from "#lib/accounts/schema.ts"
import { compactName } from "./compact-name.ts"

const segmentWords = new Map<string, Segment>(
  Object.entries({
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
  } as const),
)

const stageWords = new Map<string, LifecycleStage>(
  Object.entries({
    implementation: "onboarding",
    live: "adoption",
    renewing: "renewal",
    cancelled: "churned",
    canceled: "churned",
    lost: "churned",
  } as const),
)
for (const stage of lifecycleStages) stageWords.set(stage, stage)

export const readSegment = (cell: string): Segment | null => segmentWords.get(compactName(cell)) ?? null

export const readStage = (cell: string): LifecycleStage | null => stageWords.get(compactName(cell)) ?? null
