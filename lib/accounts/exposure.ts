import { daysBetween } from "#lib/format/calendar-day.ts"

/** How much a renewal presses, in percent, by the days that are left until it. */
export const urgencySteps = [
  { withinDays: 90, percent: 100 },
  { withinDays: 180, percent: 60 },
  { withinDays: 365, percent: 35 },
] as const

/** Later than every step. */
export const laterUrgencyPercent = 25
/** No renewal is known. */
export const unknownUrgencyPercent = 50
/** What an account without a score counts as. */
export const assumedHealth = 50

type Exposed = {
  /** The score that counts, 0 to 100; null without one. */
  readonly health: number | null
  /** A year, in cents; null when none is known. */
  readonly arrCents: number | null
  readonly renewsOn: string | null
  readonly today: string
  readonly isLost: boolean
}

/**
 * How much a renewal presses, in percent, in steps: 100 within 90 days and when it is past, 60 within 180, 35 within
 * 365, 25 later, 50 when none is known. Steps and not a line, so that an account's exposure changes on three days
 * of a term and stays true between them.
 */
export function urgencyPercent(renewsOn: string | null, today: string): number {
  if (renewsOn === null) return unknownUrgencyPercent
  const days = daysBetween(today, renewsOn)
  return urgencySteps.find(({ withinDays }) => days <= withinDays)?.percent ?? laterUrgencyPercent
}

/**
 * Exposure: what stands at stake of an account's revenue, in cents a year, by which the list is ordered until a
 * likelihood of loss is known.
 *
 *   exposure = (100 - health) / 100 x ARR x urgency / 100,   to the nearest cent, halves up
 *
 * An account without a score counts as 50, the middle, for silence is no health. 0 for a customer that has left and
 * for ARR below nought; null when ARR is not known. Exact while ARR is below 900 billion cents.
 */
export function exposureCents({ health, arrCents, renewsOn, today, isLost }: Exposed): number | null {
  if (isLost) return 0
  if (arrCents === null) return null
  const share = (100 - (health ?? assumedHealth)) * urgencyPercent(renewsOn, today)
  return Math.round((Math.max(0, arrCents) * share) / 10_000)
}
