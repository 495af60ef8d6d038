export const measureKinds = ["number", "ordinal"] as const
export type MeasureKind = (typeof measureKinds)[number]

/** An outcome is what a score tries to foresee; it is never an input of one. */
export const measureRoles = ["input", "outcome"] as const
export type MeasureRole = (typeof measureRoles)[number]
