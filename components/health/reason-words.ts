import { measureValue } from "#components/health/measure-value.ts"
import type { ScoreReason } from "#lib/health/reasons.ts"

export type ReasonParts = { readonly name: string; readonly value: string }

/** A reason for a narrow place, where its name may be cut and its value may not. The value of a veto is empty. */
export const reasonParts = ({ label, raw, unit }: ScoreReason): ReasonParts => ({
  name: label,
  value: measureValue(raw, unit),
})

/** A reason as people read it: "Licence use 48 %", "Contract Month-to-month". */
export const reasonWords = ({ label, raw, unit }: ScoreReason): string =>
  raw === null ? label : `${label} ${measureValue(raw, unit)}`
