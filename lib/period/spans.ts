import { addDays } from "#lib/format/calendar-day.ts"
import { comparedDays } from "./compared-days.ts"
import { periodOf } from "./period-of.ts"
import { comparisonWords, periodWords } from "./period-words.ts"
import type { PeriodQuery } from "./schema.ts"

/** A change from the end of one day to the end of another. */
export type Span = { readonly since: string; readonly until: string }

/** The change that a page shows for the period of its address, and the one that it is compared with. */
export type Spans = Span & {
  /** Stands behind "in". */
  readonly words: string
  /** Stands behind "against"; empty without a comparison. */
  readonly against: string
  /** Whether it runs up to now. */
  readonly endsToday: boolean
  readonly before: Span | null
}

/** Null when the address names no period, or none that exists: a page then compares as it does by itself. */
export function spansOf({ period: key, cmp }: PeriodQuery, today: string): Spans | null {
  const period = periodOf(key, today)
  if (!period) return null
  const compared = comparedDays(period, cmp)
  return {
    since: addDays(period.from, -1),
    until: period.to,
    words: periodWords(period, today),
    against: comparisonWords(period, cmp),
    endsToday: period.to === today,
    before: compared && { since: addDays(compared.from, -1), until: compared.to },
  }
}

/** The days of which values are needed, each once. */
export const daysOfSpans = (spans: Spans | null): string[] =>
  spans === null
    ? []
    : [
        ...new Set(
          [spans, ...(spans.before ? [spans.before] : [])].flatMap(({ since, until }) => [since, until]),
        ),
      ]
