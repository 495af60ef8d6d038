import { StatusMark } from "#components/ui/status-mark.tsx"
import { bandWords } from "#lib/health/band.ts"
import type { ScoreBand } from "#lib/health/schema.ts"

/** A score as number, shape and word. */
export function HealthBadge({
  value,
  band,
  plain = false,
}: {
  value: number | null
  band: ScoreBand
  plain?: boolean
}) {
  const { label, status } = bandWords[band]
  return (
    <StatusMark status={status} plain={plain}>
      {value !== null && <span className="min-w-4 text-right text-14 font-medium text-ink">{value}</span>}
      {label}
    </StatusMark>
  )
}
