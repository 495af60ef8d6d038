import type { Segment } from "../accounts/schema.ts"

export const jobFunctions = [
  "cs",
  "sales",
  "product",
  "marketing",
  "support",
  "finance",
  "operations",
] as const
export type JobFunction = (typeof jobFunctions)[number]

/** Positions of the operations framework (document 004), in order of seniority. */
export const positions = [
  "Director of Customer Success",
  "Director of Operations",
  "Customer Success Operations Manager",
  "Senior Customer Success Manager",
  "Customer Success Manager",
  "Customer Success Specialist",
  "Customer Success Coordinator",
  "Technical Support Specialist",
  "Process Engineer",
  "Capacity Planner",
] as const
export type Position = (typeof positions)[number]

/** 1 learns, 2 works with help, 3 works alone, 4 helps others, 5 sets the standard. */
export const skillLevels = [1, 2, 3, 4, 5] as const

/** Teams, skills and people as an import or the demo hands them over. */
export type TeamDraft = {
  readonly name: string
  readonly segment: Segment | null
  readonly region: string | null
}
export type SkillDraft = { readonly name: string; readonly kind: string }

export type PersonDraft = {
  readonly externalId: string
  readonly name: string
  readonly position: string
  readonly jobFunction: JobFunction
  readonly managerExternalId: string | null
  readonly teamName: string | null
  readonly fte: number
  readonly timeZone: string | null
  readonly startedOn: string | null
  readonly endedOn: string | null
  readonly skills: readonly {
    readonly skill: string
    readonly level: number
    readonly assessorExternalId: string | null
    readonly assessedOn: string
  }[]
  /** Loaded cost of an hour from a day on. */
  readonly costRates: readonly {
    readonly validFrom: string
    readonly hourlyCents: number
    readonly currency: string
  }[]
}
