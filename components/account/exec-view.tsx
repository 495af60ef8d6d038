import { NextStepPanel } from "#components/account/next-step-panel.tsx"
import { HealthBadge } from "#components/health/health-badge.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { formatDay } from "#lib/format/day.ts"
import { formatMoney } from "#lib/format/money.ts"
import { formatRelativeDays } from "#lib/format/relative-days.ts"
import type { ScoreBand } from "#lib/health/schema.ts"
import type { WhatNext } from "#lib/next-step/next-step.ts"
import type { TimelineEntry } from "#lib/timeline/schema.ts"

const changesShown = 3

/** An account in twenty seconds: health and why, what is at stake until when, what changed last, what to do next. */
export function ExecView({
  health,
  band,
  reasons,
  trend,
  arrCents,
  currency,
  renewsOn,
  latest,
  next,
  today,
}: {
  health: number | null
  band: ScoreBand
  /** The strongest two, in words. */
  reasons: readonly string[]
  /** How the score stands against its usual range. */
  trend: string | null
  arrCents: number | null
  currency: string
  renewsOn: string | null
  /** The newest first. */
  latest: readonly TimelineEntry[]
  next: WhatNext
  today: string
}) {
  const changes = latest.filter(({ kind }) => kind !== "import").slice(0, changesShown)
  return (
    <>
      <div className="grid gap-4 md:grid-cols-3">
        <Panel title="Health" subtitle="0 to 100, higher is better.">
          <p className="flex items-center gap-2">
            <HealthBadge value={health} band={band} />
          </p>
          <ul className="mt-2 text-14 wrap-anywhere">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          {trend && <p className="mt-2 text-13 text-muted">{trend}.</p>}
        </Panel>
        <Panel title="ARR" subtitle="A year, as of today.">
          <p className="text-20 font-semibold tabular-nums">
            {arrCents === null ? "Not known" : formatMoney(arrCents, currency)}
          </p>
        </Panel>
        <Panel title="Renewal" subtitle="End of the contract that ends next.">
          <p className="text-20 font-semibold">{renewsOn ? formatDay(renewsOn, today) : "No contract"}</p>
          {renewsOn && <p className="text-13 text-muted">{formatRelativeDays(renewsOn, today)}</p>}
        </Panel>
      </div>
      <NextStepPanel next={next} today={today} isAlone />
      <Panel title="The latest changes">
        {changes.length === 0 ? (
          <EmptyState title="Nothing has happened yet." />
        ) : (
          <ol className="flex flex-col gap-2">
            {changes.map(({ key, wall, title, note, detail }) => (
              <li key={key} className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4">
                <span className="text-13 text-muted">{formatDay(wall.slice(0, 10), today)}</span>
                <span className="line-clamp-2 wrap-anywhere">
                  {note ? `Note: ${note.text}` : [title, detail].filter(Boolean).join(". ")}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Panel>
    </>
  )
}
