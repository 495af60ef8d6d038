import { measureValue } from "#components/health/measure-value.ts"
import { reasonWords } from "#components/health/reason-words.ts"
import { arrChange } from "#lib/contracts/arr-change.ts"
import { earlierMovements } from "#lib/contracts/earlier-movements.ts"
import { changeSince } from "#lib/health/change-since.ts"
import { comparedWords } from "#lib/health/compared-words.ts"
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
  readonly currency: string
}

/** What the formulas make of what was read. */
export function accountStory(
  { account, health, plan, past, records, totals }: ReadAccount,
  { timeline, spans, today, now, timeZone, currency }: Asked,
) {
  const effective =
    health && effectiveHealth({ computed: health.score, override: health.override, asOf: now })
  const found = health ? strongestReasons(health.score, health.model, 2) : []
  const reasons = found.map(reasonWords)
  const [first] = health?.score.band === "green" ? [] : found
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
  const earlier = earlierMovements(records.movements, totals.movements)
  return {
    effective,
    earlier,
    arrNote: arrChange(records.movements, { today, isCut: earlier !== null, currency }),
    compared:
      health && change
        ? comparedWords({
            value: health.score.value,
            difference: change.change.difference,
            since: change.since,
            previous: health.history.findLast(({ day }) => day < health.score.asOf) ?? null,
            today,
          })
        : null,
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
        change,
        strongest: first ? { label: reasonWords(first), points: first.points } : null,
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
