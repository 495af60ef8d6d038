export const measureKinds = ["number", "ordinal"] as const
export type MeasureKind = (typeof measureKinds)[number]

/** An outcome is what a score tries to foresee; it is never an input of one. */
export const measureRoles = ["input", "outcome"] as const
export type MeasureRole = (typeof measureRoles)[number]

/** The newest value of one measure from one source. */
export type SignalRow = {
  readonly measureKey: string
  readonly label: string
  readonly unit: string
  readonly role: MeasureRole
  readonly sourceKey: string
  readonly source: string
  readonly observedOn: string
  readonly value: number | string
  /** The last value of each of the last weeks, oldest first; empty for a measure that is a word. */
  readonly recent: readonly (number | null)[]
  /** Its source is late or fails: how far that is complete. Absent for a source that keeps its promise. */
  readonly partial?: { readonly completeTo: string | null }
}
