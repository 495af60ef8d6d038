import type { LifecycleStage, Segment } from "#lib/accounts/schema.ts"
import type { ContactRow } from "#lib/contacts/schema.ts"
import { formatDay } from "#lib/format/day.ts"
import { formatNumber } from "#lib/format/number.ts"
import type { HealthScore } from "#lib/health/score-schema.ts"
import type { Trend } from "#lib/health/trend.ts"
import { trendNote } from "#lib/health/trend-note.ts"
import type { ScoreChange } from "#lib/health/what-changed.ts"
import { cadenceOf } from "#lib/today/cadence.ts"
import type { AccountSituation, Cause } from "./schema.ts"

type Strongest = { readonly label: string; readonly points: number }

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
  readonly change: { readonly since: string; readonly change: ScoreChange } | null
  /** The cause that the page names first of all that pull the score down, in words; null when it names none. */
  readonly strongest: Strongest | null
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
  strongest,
  today,
}: Known): AccountSituation {
  const fell = trend?.trend === "down" ? trendNote(trend) : null
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
      strongestCause: strongest ? causeOf(strongest, score) : worstChange(change, today),
      leftOut: score.parts.filter((part) => part.state !== "used").map((part) => part.label),
      coverage: score.coverage,
    },
  }
}

/** "Most" is said only of what nothing exceeds: a veto is named first, whatever it takes. */
function causeOf({ label, points }: Strongest, score: HealthScore): Cause {
  const isMost = score.parts.every((part) => part.points >= points)
  const taken = formatNumber(Math.abs(points), 1)
  return {
    label,
    effect: isMost ? `pulls it down most, by ${taken} points` : `pulls it down ${taken} points`,
    href: "#why",
  }
}

/** What lost most since the score compared with: of a good score that fell, nothing else need pull it down. */
function worstChange(change: Known["change"], today: string): Cause | null {
  const worst = change?.change.parts
    .filter((part) => part.points < 0)
    .toSorted((a, b) => a.points - b.points)[0]
  if (!change || !worst) return null
  const lost = formatNumber(Math.abs(worst.points), 1)
  return {
    label: worst.label,
    effect: `took ${lost} points since ${formatDay(change.since, today)}`,
    href: "#changed",
  }
}
