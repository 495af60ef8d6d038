import { measureValue } from "#components/health/measure-value.ts"
import { reasonWords } from "#components/health/reason-words.ts"
import { changeSince } from "#lib/health/change-since.ts"
import { countingHistory } from "#lib/health/counting-history.ts"
import { effectiveHealth } from "#lib/health/effective-health.ts"
import { strongestReasons } from "#lib/health/reasons.ts"
import { healthTrend } from "#lib/health/trend.ts"
import { nextStep } from "#lib/next-step/next-step.ts"
import { situationOf } from "#lib/next-step/situation.ts"
import type { Spans } from "#lib/period/spans.ts"
import { daysOf } from "#lib/timeline/days-of.ts"
import { entryOfFacts } from "#lib/timeline/entry-of-facts.ts"
import { healthMoves } from "#lib/timeline/health-moves.ts"
import { mergeTimeline } from "#lib/timeline/merge.ts"
import { type TimelineQuery, timelinePageSize } from "#lib/timeline/schema.ts"
import { signalMoves } from "#lib/timeline/signal-moves.ts"
import type { ReadAccount } from "./read-account.ts"

type Asked = {
  readonly timeline: TimelineQuery
  readonly spans: Spans | null
  readonly today: string
  readonly now: Date
  readonly timeZone: string
}

/** What the formulas make of what was read. */
export function accountStory(
  { account, health, plan, past, records }: ReadAccount,
  { timeline, spans, today, now, timeZone }: Asked,
) {
  const effective =
    health && effectiveHealth({ computed: health.score, override: health.override, asOf: now })
  const reasons = health ? strongestReasons(health.score, health.model, 2).map(reasonWords) : []
  const judged = effective?.perceived
    ? { author: effective.perceived.author, computed: effective.computed.value }
    : null
  const trend = health && healthTrend(health.history)
  const change = health?.earlier
    ? {
        since: health.earlier.score.asOf,
        change: changeSince({
          before: health.earlier.score,
          readingsBefore: health.earlier.readings,
          after: health.score,
          model: health.model,
        }),
      }
    : null
  return {
    effective,
    standing: { health: effective?.value ?? null, band: effective?.band ?? ("insufficient" as const) },
    reasons,
    judged,
    trend,
    history: health ? countingHistory({ ...health, newestDay: health.score.asOf, timeZone, now }) : [],
    change,
    next: nextStep(
      situationOf({
        account,
        plan,
        contacts: records.contacts,
        score: health?.score ?? null,
        trend: judged ? null : trend,
        change: change?.change ?? null,
        strongestReason: health?.score.band === "green" ? null : (reasons[0] ?? null),
        today,
      }),
    ),
    past: mergeTimeline({
      stored: past.map((entry) => entryOfFacts(entry, today)),
      derived: [
        ...healthMoves(health?.history ?? []),
        ...signalMoves(records.signals, { today, say: measureValue }),
      ],
      query: timeline,
      days: daysOf(spans),
      size: timelinePageSize,
    }),
  }
}
