import { endOfDay } from "#lib/time/end-of-day.ts"

/** A person's judgement while it was in force: from `setAt` until before `endsAt`, when it expired or was replaced. */
export type Judgement = { readonly value: number; readonly setAt: Date; readonly endsAt: Date }

/** What counted, 0 to 100; null where nothing was known. */
export type CountingScore = { readonly value: number | null; readonly isJudged: boolean }

/**
 * The score that counted at an instant: the judgement in force then, of several the one set last, else the computed
 * score. The rule of `effectiveHealth`, for any instant of the past.
 */
export function countingScore({
  computed,
  judgements,
  at,
}: {
  computed: number | null
  judgements: readonly Judgement[]
  at: Date
}): CountingScore {
  let judged: Judgement | null = null
  for (const one of judgements)
    if (one.setAt <= at && at < one.endsAt && (judged === null || one.setAt > judged.setAt)) judged = one
  return { value: judged ? judged.value : computed, isJudged: judged !== null }
}

/**
 * The instant that stands for each day (`YYYY-MM-DD`, oldest first) of a series: its last moment in the time zone, for
 * the last one now, so that a line ends with the number that stands beside it.
 */
export const instantsOfDays = (
  days: readonly string[],
  { timeZone, now }: { timeZone: string; now: Date },
): Date[] =>
  days.map((day, place) => {
    const end = new Date(endOfDay(day, timeZone).getTime() - 1)
    return place === days.length - 1 || end > now ? now : end
  })
