import { NextStepPanel } from "#components/account/next-step-panel.tsx"
import { ScoreHistory } from "#components/health/score-history.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { formatDay } from "#lib/format/day.ts"
import { formatMoney } from "#lib/format/money.ts"
import { formatRelativeDays } from "#lib/format/relative-days.ts"
import { bandWords } from "#lib/health/band.ts"
import type { ScoreBand } from "#lib/health/schema.ts"
import type { TimelineEntry } from "#lib/timeline/schema.ts"

const changesShown = 3

/** An account in twenty seconds: health, what is at stake until when, what to do next, how it moved, what changed last. */
export function ExecView({
  health,
  band,
  healthNote,
  arrCents,
  arrNote,
  currency,
  renewsOn,
  history,
  latest,
  next,
  today,
}: {
  health: number | null
  band: ScoreBand
  /** The score against earlier ones, in words. */
  healthNote: string
  arrCents: number | null
  /** ARR against earlier ones, in words; null when that cannot be told. */
  arrNote: string | null
  currency: string
  renewsOn: string | null
  /** Null before there are two scores. */
  history: Omit<React.ComponentProps<typeof ScoreHistory>, "today"> | null
  /** The newest first. */
  latest: readonly TimelineEntry[]
  next: Omit<React.ComponentProps<typeof NextStepPanel>, "today">
  today: string
}) {
  const { label, status } = bandWords[band]
  return (
    <>
      <div className="grid gap-4 md:grid-cols-3">
        <KeyNumber title="Health" subtitle="0 to 100, higher is better." note={healthNote}>
          {health} <StatusMark status={status}>{label}</StatusMark>
        </KeyNumber>
        <KeyNumber title="ARR" subtitle="A year, as of today." note={arrNote ?? "No earlier value is known"}>
          {arrCents === null ? "Not known" : formatMoney(arrCents, currency)}
        </KeyNumber>
        <KeyNumber
          title="Renewal"
          subtitle="End of the contract that ends next."
          note={renewsOn && formatRelativeDays(renewsOn, today)}
        >
          {renewsOn ? formatDay(renewsOn, today) : "No contract"}
        </KeyNumber>
      </div>
      <div className={`grid items-start gap-4 ${history ? "xl:grid-cols-[2fr_3fr]" : ""}`}>
        {history && <ScoreHistory {...history} today={today} />}
        <div className="flex min-w-0 flex-col gap-4">
          <NextStepPanel {...next} today={today} />
          <LatestChanges latest={latest} today={today} />
        </div>
      </div>
    </>
  )
}

function KeyNumber({
  title,
  subtitle,
  note,
  children,
}: {
  title: string
  subtitle: string
  note: string | null
  children: React.ReactNode
}) {
  return (
    <Panel title={title} subtitle={subtitle}>
      <p className="flex items-center gap-2 text-20 font-semibold tabular-nums">{children}</p>
      {note && <p className="text-13 text-muted">{note}</p>}
    </Panel>
  )
}

function LatestChanges({ latest, today }: { latest: readonly TimelineEntry[]; today: string }) {
  const changes = latest.filter(({ kind }) => kind !== "import").slice(0, changesShown)
  return (
    <Panel title="The latest changes">
      {changes.length === 0 ? (
        <EmptyState title="Nothing has happened yet." />
      ) : (
        <ol className="flex flex-col gap-2">
          {changes.map(({ key, kind, wall, title, note, detail }) => (
            <li key={key} className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4">
              <span className="text-13 text-muted">{formatDay(wall.slice(0, 10), today)}</span>
              <span className="line-clamp-2 wrap-anywhere">
                {/* The title of the chart says how far health is out of its range. */}
                {note
                  ? `Note: ${note.text}`
                  : [title, kind !== "health" && detail].filter(Boolean).join(". ")}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
