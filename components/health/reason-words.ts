import { measureValue } from "#components/health/measure-value.ts"
import type { ScoreReason } from "#lib/health/reasons.ts"

/** A reason as people read it: "Licence use 48 %", "Contract Month-to-month". */
export const reasonWords = ({ label, raw, unit }: ScoreReason): string =>
  raw === null ? label : `${label} ${measureValue(raw, unit)}`
