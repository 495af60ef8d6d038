import type { Measurement } from "./schema.ts"

export const verdicts = ["met", "not_met", "no_rows", "not_measured"] as const
export type Verdict = (typeof verdicts)[number]

/**
 * Whether a standard is met: met / rows >= atLeast. Without rows nothing is said either way. A share that equals
 * what is asked meets it, also where 0.95 * 20 is not quite 19 in floating point.
 */
export function verdictOf({ rows, met, atLeast }: Pick<Measurement, "rows" | "met" | "atLeast">): Verdict {
  if (rows === 0) return "no_rows"
  return met + 1e-9 * rows >= atLeast * rows ? "met" : "not_met"
}

/** The share of rows that met a standard, 0 to 1; null without rows. */
export const shareOf = ({ rows, met }: Pick<Measurement, "rows" | "met">): number | null =>
  rows === 0 ? null : met / rows

export type Standing = {
  readonly verdict: Verdict
  /** The newest measurement; null before the first. */
  readonly newest: Measurement | null
  readonly share: number | null
  readonly failing: number
  /** The first day of the unbroken run of days that failed, up to the newest one; null when that one did not fail. */
  readonly failsSince: string | null
  /** The run reaches back to the first measurement, so it may have begun earlier. */
  readonly mayBeOlder: boolean
}

/**
 * How a standard stands after its measurements, oldest first. Days that were not measured, or had no rows, neither
 * begin nor break a run of failures.
 */
export function standingOf(history: readonly Measurement[]): Standing {
  const newest = history.at(-1) ?? null
  if (newest === null)
    return { verdict: "not_measured", newest, share: null, failing: 0, failsSince: null, mayBeOlder: false }
  const verdict = verdictOf(newest)
  const said = history.filter(({ rows }) => rows > 0)
  const lastMet = said.findLastIndex((one) => verdictOf(one) === "met")
  const failsSince = verdict === "not_met" ? (said[lastMet + 1]?.day ?? null) : null
  return {
    verdict,
    newest,
    share: shareOf(newest),
    failing: newest.rows - newest.met,
    failsSince,
    mayBeOlder: failsSince !== null && lastMet === -1,
  }
}
