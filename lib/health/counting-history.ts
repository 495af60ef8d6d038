import { countingScore, instantsOfDays, type Judgement } from "./counting-score.ts"
import type { DatedScore } from "./trend.ts"

export type HistoryPoint = {
  readonly day: string
  /** What counted on this day. */
  readonly value: number | null
  readonly isJudged: boolean
  /** What the model said. */
  readonly computed: number | null
}

/**
 * The scores of an account as they counted, oldest first: computed ones, and judgements for as long as they were in
 * force. The last point is the newest score as of now, so that the line ends with the number in the page's head, also
 * where only a person gave one.
 */
export function countingHistory({
  history,
  newestDay,
  judgements,
  timeZone,
  now,
}: {
  /** Computed scores, oldest first; days without one are left out. */
  history: readonly DatedScore[]
  newestDay: string
  judgements: readonly Judgement[]
  timeZone: string
  now: Date
}): HistoryPoint[] {
  const computed: { day: string; value: number | null }[] = [...history]
  if (computed.at(-1)?.day !== newestDay) computed.push({ day: newestDay, value: null })
  const instants = instantsOfDays(
    computed.map(({ day }) => day),
    { timeZone, now },
  )
  return computed.map(({ day, value }, place) => ({
    day,
    computed: value,
    ...countingScore({ computed: value, judgements, at: instants[place]! }),
  }))
}
