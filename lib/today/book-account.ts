import type { Segment } from "#lib/accounts/schema.ts"
import type { ScoreReason } from "#lib/health/reasons.ts"
import type { ScoreBand } from "#lib/health/schema.ts"
import type { TrendWord } from "#lib/health/trend.ts"

/** One account of a book, as the list of today looks at it. Days are `YYYY-MM-DD`. */
export type BookAccount = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly segment: Segment | null
  readonly ownerName: string | null
  /** Null when no movement of ARR is known. */
  readonly arrCents: number | null
  readonly renewsOn: string | null
  readonly lastContactOn: string | null
  /** What the newest touchpoint says about the next one. */
  readonly plannedOn: string | null
  readonly createdOn: string
  /** Days between touchpoints that its success profile asks for; null without a profile. */
  readonly cadenceDays: number | null
  /** The score and band that count, as the list of accounts shows them: a person's judgement where one is in force. */
  readonly health: number | null
  readonly countedBand: ScoreBand
  /** The computed score, not a person's judgement. */
  readonly value: number | null
  readonly band: ScoreBand
  readonly trend: TrendWord | null
  readonly weekAgo: number | null
  /** The score that today's is compared with, of the day before unless another was asked for; null when either has none. */
  readonly earlier: number | null
  readonly reason: ScoreReason | null
}
