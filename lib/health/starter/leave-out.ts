import type { StarterColumn } from "./column.ts"
import { nameWords, phraseIn } from "./name-words.ts"
import { personalCharacteristic } from "./personal-characteristic.ts"

export const leftOutReasons = [
  "outcome",
  "knows_outcome",
  "personal",
  "identifier",
  "constant",
  "mostly_missing",
  "date",
  "too_many_categories",
  "unknown_categories",
  "weak",
  "unmeasured",
  "beyond_limit",
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

export type LeftOut = {
  readonly key: string
  readonly label: string
  readonly reason: LeftOutReason
  readonly because: string
}

const mostCategories = 30
const mostMissing = 0.8
const almostAll = 0.9
/** Below this many values "almost all different" is no evidence of an identifier. */
const enoughForIdentifier = 20
const outcomeWords = [
  "churn",
  "churned",
  "attrition",
  "cancellation",
  "cancelled",
  "canceled",
  "exited",
  "lapsed",
]

/** Why a column cannot be a measure, before any look at its strength; null when it can. */
export function leaveOut(column: StarterColumn, outcomeKey: string | null): LeftOut | null {
  const out = (reason: LeftOutReason, because: string): LeftOut => ({
    key: column.key,
    label: column.label,
    reason,
    because,
  })
  const known = column.n - column.missing
  const words = nameWords(column.name)
  if (outcomeKey === column.key) return out("outcome", "It is what the score tries to foresee")
  if (outcomeKey !== null && phraseIn(words, outcomeWords)) {
    return out("knows_outcome", "Its name speaks of the outcome, so it may have been written down after it")
  }
  const trait = personalCharacteristic(column.name) ?? personalCharacteristic(column.label)
  if (trait) return out("personal", `It says who somebody is ("${trait}"), which a score should not turn on`)
  if (column.kind === "date") return out("date", "A date is no measure; the days since it would be one")
  const isIdentifying =
    column.kind !== "number" || phraseIn(words, ["id", "number", "no", "code", "key"]) !== null
  if (isIdentifying && known >= enoughForIdentifier && column.distinct >= almostAll * known) {
    return out("identifier", `${column.distinct} different values in ${known} rows: it names the row`)
  }
  if (column.distinct <= 1 || isFlat(column)) {
    return out("constant", "It is the same for almost every account")
  }
  if (column.missing > mostMissing * column.n) {
    return out("mostly_missing", `${column.missing} of ${column.n} rows have no value`)
  }
  if (column.kind === "number") return null
  if (column.kind === "text" || column.distinct > mostCategories) {
    return out("too_many_categories", `${column.distinct} different texts are too many to score one by one`)
  }
  return null
}

/** Also true of a number column without quantiles, which has no values to look at. */
const isFlat = ({ kind, quantiles }: StarterColumn): boolean =>
  kind === "number" && quantiles?.p5 === quantiles?.p95
