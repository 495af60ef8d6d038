import type { LifecycleStage, Segment } from "#lib/accounts/schema.ts"
import type { ContactRow } from "#lib/contacts/schema.ts"
import type { HealthScore } from "#lib/health/score-schema.ts"
import type { Trend } from "#lib/health/trend.ts"
import type { ScoreChange } from "#lib/health/what-changed.ts"
import { cadenceOf } from "#lib/today/cadence.ts"
import type { AccountSituation } from "./schema.ts"

type Known = {
  readonly account: {
    readonly lifecycleStage: LifecycleStage | null
    readonly segment: Segment | null
    readonly renewsOn: string | null
    readonly lastContactOn: string | null
  }
  readonly plan: {
    readonly plannedOn: string | null
    readonly createdOn: string
    readonly cadenceDays: number | null
  }
  readonly contacts: readonly ContactRow[]
  readonly score: HealthScore | null
  /** Null while a person's judgement counts instead of the score. */
  readonly trend: Trend | null
  readonly change: ScoreChange | null
  /** The strongest reason of the score, in words; what is said when nothing changed since last week. */
  readonly strongestReason: string | null
  readonly today: string
}

/** What the rules for the next step look at, from what the page of an account knows. */
export function situationOf({
  account,
  plan,
  contacts,
  score,
  trend,
  change,
  strongestReason,
  today,
}: Known): AccountSituation {
  const fell = trend?.isSignal && trend.trend === "down" ? trend.words : null
  const worst = change?.parts.filter((part) => part.points < 0).toSorted((a, b) => a.points - b.points)[0]
  return {
    today,
    isLost: account.lifecycleStage === "churned",
    renewsOn: account.renewsOn,
    lastContactOn: account.lastContactOn,
    plannedOn: plan.plannedOn,
    createdOn: plan.createdOn,
    cadence: cadenceOf({ cadenceDays: plan.cadenceDays, segment: account.segment }),
    contacts,
    health: score && {
      value: score.value,
      drop: fell,
      strongestCause: worst?.label ?? strongestReason,
      leftOut: score.parts.filter((part) => part.state !== "used").map((part) => part.label),
      coverage: score.coverage,
    },
  }
}
