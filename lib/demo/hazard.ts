import type { Segment } from "#lib/accounts/schema.ts"

/** What a customer's decision to leave rests on. Value, adoption and the sponsor are latent: nobody measures them. */
export type Causes = {
  readonly segment: Segment
  /** What the product is worth to them, 0 to 1. */
  readonly value: number
  /** How deeply they use it, 0 to 1. */
  readonly adoption: number
  readonly hasSponsor: boolean
  /** Bad experience with support and incidents that is not forgotten yet, 0 and up. */
  readonly pain: number
  readonly overdueDays: number
  /** Days until notice can be given last; negative after it. */
  readonly daysToNotice: number
}

const yearlyAtRest: Readonly<Record<Segment, number>> = { Enterprise: 0.022, "Mid-Market": 0.034, SMB: 0.062 }

/** What each cause adds to the logarithm of the hazard. */
export function hazardParts(causes: Causes) {
  return {
    value: 4.2 * (0.6 - causes.value),
    adoption: 2.4 * (0.55 - causes.adoption),
    sponsor: causes.hasSponsor ? 0 : 1,
    pain: 0.8 * Math.min(causes.pain, 2.5),
    overdue: 0.7 * Math.min(1, causes.overdueDays / 60),
    season: causes.daysToNotice >= 0 && causes.daysToNotice <= 100 ? 0.5 : -0.3,
  }
}

/**
 * The true chance that a customer decides on a day to leave: h = h0(segment) / 365 * exp(sum of the parts), at
 * most 0.05. The decision takes effect when the term of notice is over.
 *
 * Source: a proportional hazard in discrete time (Cox 1972), with coefficients chosen so that some eight to
 * twelve of a hundred accounts leave in a year.
 */
export function lossHazard(causes: Causes): number {
  const { value, adoption, sponsor, pain, overdue, season } = hazardParts(causes)
  const rest = yearlyAtRest[causes.segment] / 365
  return Math.min(0.05, rest * Math.exp(value + adoption + sponsor + pain + overdue + season))
}
