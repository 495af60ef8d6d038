import type { ReasonParts } from "#components/health/reason-words.ts"
import type { LifecycleStage, Segment } from "#lib/accounts/schema.ts"
import type { ScoreChangeIn } from "#lib/health/change-in.ts"
import type { CountingScore } from "#lib/health/counting-score.ts"
import type { ScoreBand } from "#lib/health/schema.ts"

/** One account as the list shows it. Days are `YYYY-MM-DD`. */
export type AccountRow = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly health: number | null
  readonly band: ScoreBand
  /** A person's judgement counts instead of the computed score. */
  readonly isJudged: boolean
  /** The customer has left. */
  readonly isLost: boolean
  /** The scores that counted in 13 weeks, the oldest first. */
  readonly weeks: readonly CountingScore[]
  /** Points since last week, only when the move is a signal. */
  readonly signalChange: number | null
  /** There was no score a week ago to tell a move from. */
  readonly hasNoWeekAgo: boolean
  /** What the score changed by in the period of the address; null while it names none. */
  readonly changeIn: ScoreChangeIn | null
  /** The strongest reasons, the strongest first. */
  readonly reasons: readonly ReasonParts[]
  /** Share of 1 of the score's weight that is known. */
  readonly coverage: number
  /** What stands at stake, in cents a year; null when ARR is not known. */
  readonly exposureCents: number | null
  /** Null when no movement of ARR is known. */
  readonly arrCents: number | null
  readonly currency: string
  readonly renewsOn: string | null
  readonly segment: Segment | null
  readonly stage: LifecycleStage | null
  readonly ownerName: string | null
  readonly lastContactOn: string | null
}
