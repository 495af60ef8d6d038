import { ComputedAndPerceived } from "#components/health/computed-and-perceived.tsx"
import { NextBandList } from "#components/health/next-band-list.tsx"
import { type JudgeHealthInput, OverrideForm } from "#components/health/override-form.tsx"
import { ScoreHistory } from "#components/health/score-history.tsx"
import { WhatChangedTable } from "#components/health/what-changed-table.tsx"
import { WhyThisScore } from "#components/health/why-this-score.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import type { Place } from "#lib/format/instant.ts"
import type { HistoryPoint } from "#lib/health/counting-history.ts"
import type { EffectiveHealth } from "#lib/health/effective-health.ts"
import { featureUnit } from "#lib/health/feature-words.ts"
import type { NextBand } from "#lib/health/next-band.ts"
import { longestOverrideDays } from "#lib/health/override.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import type { HealthScore } from "#lib/health/score-schema.ts"
import type { Trend } from "#lib/health/trend.ts"
import type { ScoreChange } from "#lib/health/what-changed.ts"
import type { Verb } from "#lib/verb.ts"

/** All that an account's page says about its score: why, what moved it, what would move it, who disagrees. */
export function AccountHealthSections({
  accountId,
  score,
  model,
  effective,
  next,
  history,
  period,
  trend,
  change,
  compared,
  today,
  place,
  judgeAction,
}: {
  accountId: string
  score: HealthScore
  model: HealthModel
  /** What would move the account to the next band. */
  next: NextBand
  effective: EffectiveHealth
  /** As it counted. */
  history: readonly HistoryPoint[]
  /** One step of the history: "week", "day". */
  period: string
  trend: Trend
  change: { since: string; change: ScoreChange } | null
  /** The score against earlier ones, in words. */
  compared: string | null
  today: string
  place: Place
  /** Null for a role that may not judge. */
  judgeAction: Verb<JudgeHealthInput, unknown> | null
}) {
  const units = new Map(model.measures.map((measure) => [measure.key, featureUnit(measure)]))
  const judged = (
    <Panel
      id="judged"
      title="Computed and judged"
      subtitle="A judgement counts beside the computed score until its day."
    >
      <div className="flex flex-col gap-4">
        <ComputedAndPerceived health={effective} place={place} />
        {judgeAction && (
          <details>
            <summary className="w-fit text-14 font-medium">I disagree</summary>
            <div className="pt-3">
              <OverrideForm
                accountId={accountId}
                today={today}
                longestDays={longestOverrideDays - 1}
                judgeAction={judgeAction}
              />
            </div>
          </details>
        )}
      </div>
    </Panel>
  )
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
      <div className="flex min-w-0 flex-col gap-4">
        <WhyThisScore score={score} model={model} today={today} />
        {judged}
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <NextBandList next={next} />
        {change ? (
          <WhatChangedTable
            change={change.change}
            since={change.since}
            compared={
              score.value !== null && change.change.difference === 0
                ? `${score.value}, ${compared}`
                : compared
            }
            today={today}
            units={units}
          />
        ) : (
          <Panel id="changed" title="What changed cannot be said yet">
            <EmptyState title="No earlier score is there to compare with." />
          </Panel>
        )}
        {history.length > 1 && <ScoreHistory history={history} trend={trend} period={period} today={today} />}
      </div>
    </div>
  )
}
