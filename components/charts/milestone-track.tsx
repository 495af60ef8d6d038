import { StatusShape } from "#components/ui/status-shape.tsx"
import { milestonePlaces } from "#lib/charts/milestone-places.ts"
import { type Milestone, milestoneState } from "#lib/charts/milestone-state.ts"
import { daysBetween } from "#lib/format/calendar-day.ts"
import { formatDay, formatShortDay } from "#lib/format/day.ts"

const laneHeight = 18
const percent = (share: number) => `${Math.round(share * 1000) / 10}%`

/**
 * Milestones on an axis of days: a tick where each was planned, its shape where it was reached, a line between the
 * two for the delay, and a line for today. The marks are numbered; the list under them has the names and the words.
 */
export function MilestoneTrack({
  milestones,
  from,
  to,
  today,
  summary,
}: {
  milestones: readonly Milestone[]
  from: string
  to: string
  today: string
  summary: string
}) {
  const places = milestonePlaces(milestones, { from, to })
  const states = milestones.map((one) => milestoneState(one, today))
  const line = laneHeight * (1 + Math.max(0, ...places.map(({ lane }) => lane))) + 10
  const now = daysBetween(from, today) / Math.max(1, daysBetween(from, to))
  const isNowShown = now >= 0 && now <= 1
  return (
    <div>
      <div role="img" aria-label={summary} className="px-4">
        <div aria-hidden="true" className="relative" style={{ height: line + 32 }}>
          <svg aria-hidden="true" width="100%" height={line + 32} className="block overflow-visible text-12">
            <line x1="0%" x2="100%" y1={line} y2={line} stroke="var(--control)" />
            {isNowShown && (
              <line x1={percent(now)} x2={percent(now)} y1={0} y2={line + 12} stroke="var(--ink)" />
            )}
            {places.map(({ key, planned, reached, lane }, place) => (
              <g key={key}>
                <text x={percent(planned)} y={12 + lane * laneHeight} textAnchor="middle" fill="var(--ink-2)">
                  {place + 1}
                </text>
                <line
                  x1={percent(planned)}
                  x2={percent(planned)}
                  y1={17 + lane * laneHeight}
                  y2={line + 5}
                  stroke="var(--ink-2)"
                  strokeWidth="2"
                />
                {states[place]!.daysLate > 0 && (
                  <line
                    x1={percent(planned)}
                    x2={percent(reached ?? Math.min(1, Math.max(planned, now)))}
                    y1={line - lane * 4}
                    y2={line - lane * 4}
                    stroke={`var(--${states[place]!.status}-mark)`}
                    strokeWidth="3"
                  />
                )}
              </g>
            ))}
            <text x="0%" y={line + 28} fill="var(--muted)">
              {formatShortDay(from, today)}
            </text>
            <text x="100%" y={line + 28} textAnchor="end" fill="var(--muted)">
              {formatShortDay(to, today)}
            </text>
            {isNowShown && now > 0.2 && now < 0.8 && (
              <text x={percent(now)} y={line + 28} textAnchor="middle" fill="var(--ink)">
                today
              </text>
            )}
          </svg>
          {places.map(({ key, reached, planned }, place) => {
            const status = states[place]!.status
            const at = reached ?? (status === "act" ? Math.min(1, Math.max(planned, now)) : planned)
            return (
              <span
                key={key}
                className="absolute -translate-x-1/2 -translate-y-1/2 rounded-full bg-surface"
                style={{ left: percent(at), top: line }}
              >
                <StatusShape status={status} />
              </span>
            )
          })}
        </div>
      </div>
      <ol className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {milestones.map((one, place) => (
          <li key={one.key} className="grid grid-cols-[1.25rem_1fr] text-13">
            <span className="text-12 leading-[1.125rem] text-ink-2 tabular-nums">{place + 1}</span>
            <span className="min-w-0">
              <span className="wrap-anywhere">{one.label}</span>
              <span className="block text-12 text-muted">
                {states[place]!.words}, planned {formatDay(one.plannedOn, today)}
                {one.reachedOn !== null && one.reachedOn !== one.plannedOn
                  ? `, reached ${formatDay(one.reachedOn, today)}`
                  : ""}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
