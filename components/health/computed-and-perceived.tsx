import { HealthBadge } from "#components/health/health-badge.tsx"
import { StatusShape } from "#components/ui/status-shape.tsx"
import { formatInstant, type Place } from "#lib/format/instant.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { EffectiveHealth } from "#lib/health/effective-health.ts"

/** What the model says and what a person says, side by side; which of the two counts, and until when. */
export function ComputedAndPerceived({ health, place }: { health: EffectiveHealth; place: Place }) {
  const { computed, perceived, disagreement, overrideState } = health
  if (!perceived) {
    return overrideState === "expired" ? (
      <p className="text-13 text-muted">The last judgement has expired; the computed score counts.</p>
    ) : null
  }
  return (
    <div className="flex flex-col gap-2">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        <dt className="text-13 text-muted">Computed</dt>
        <dd>
          <HealthBadge value={computed.value} band={computed.band} plain />
        </dd>
        <dt className="text-13 text-muted">Judged, counts now</dt>
        <dd>
          <HealthBadge value={perceived.value} band={perceived.band} />
        </dd>
      </dl>
      <p className="max-w-[75ch] text-14">
        “{perceived.reason}”{" "}
        <span className="text-13 text-muted">
          {perceived.author}, {formatInstant(perceived.setAt, place)}. Ends{" "}
          {formatInstant(perceived.expiresAt, place)}, {formatCount(perceived.daysLeft, "day")} left.
        </span>
      </p>
      {disagreement && (
        <p className="flex items-center gap-1.5 text-13">
          <StatusShape status="changed" />
          They disagree. {disagreement.words}.
        </p>
      )}
    </div>
  )
}
