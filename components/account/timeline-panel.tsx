import { type ChangeNote, NoteForm } from "#components/account/note-form.tsx"
import { TimelineEntryRow } from "#components/account/timeline-entry.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { NoResultState } from "#components/ui/no-result-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatDay } from "#lib/format/day.ts"
import type { Place } from "#lib/format/instant.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { PeriodQuery } from "#lib/period/schema.ts"
import { entriesByDay, type TimelinePage } from "#lib/timeline/merge.ts"
import { type TimelineQuery, timelineKindNames, timelineKinds } from "#lib/timeline/schema.ts"
import { timelineHref } from "#lib/timeline/timeline-href.ts"

/** What happened with the account, day by day, the newest first; notes can be written here. */
export function TimelinePanel({
  accountId,
  slug,
  page,
  query,
  frame = { words: null },
  place,
  today,
  mayOpenImports,
  changeNoteAction,
}: {
  accountId: string
  slug: string
  page: TimelinePage
  query: TimelineQuery
  /** The period of the address, which the timeline is cut to, and its words; null for all of the past. */
  frame?: PeriodQuery & { readonly words: string | null }
  place: Place
  today: string
  mayOpenImports: boolean
  /** Null for a role that may not write. */
  changeNoteAction: ChangeNote | null
}) {
  const days = entriesByDay(page.entries)
  return (
    <Panel id="timeline" title={titleOf(page, query, { words: frame.words, today })} subtitle={subtitle}>
      <div className="flex flex-col gap-4">
        {changeNoteAction && <NoteForm accountId={accountId} changeNoteAction={changeNoteAction} />}
        <KindLinks slug={slug} kind={query.kind} frame={frame} />
        {days.length === 0 ? (
          <NothingHere slug={slug} query={query} words={frame.words} />
        ) : (
          <ol className="flex flex-col gap-4">
            {days.map(({ day, entries }) => (
              <li key={day} className="grid gap-x-4 gap-y-1 md:grid-cols-[8rem_minmax(0,1fr)]">
                <h3 className="text-13 font-medium text-ink-2">{formatDay(day, today)}</h3>
                <ul className="flex flex-col gap-2">
                  {entries.map((entry) => (
                    <TimelineEntryRow
                      key={entry.note ? entry.note.id : entry.key}
                      entry={entry}
                      place={place}
                      mayOpenImports={mayOpenImports}
                      changeNoteAction={changeNoteAction}
                    />
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        )}
        <p className="flex gap-4 text-13 print:hidden">
          {query.before && (
            <TextLink href={timelineHref(slug, { ...query, before: null }, frame)}>Newest</TextLink>
          )}
          {page.next && (
            <TextLink href={timelineHref(slug, { ...query, before: page.next }, frame)}>Earlier</TextLink>
          )}
        </p>
      </div>
    </Panel>
  )
}

/** Nothing at all, nothing older, or nothing that the filters leave: each is said as what it is. */
function NothingHere({
  slug,
  query: { kind, before },
  words,
}: {
  slug: string
  query: TimelineQuery
  words: string | null
}) {
  const filters = [kind && timelineKindNames[kind], words].filter((word) => word !== null)
  if (before) return <EmptyState title="Nothing older is there." />
  if (filters.length === 0) return <EmptyState title="Nothing has happened yet." />
  return (
    <NoResultState
      noun="entry"
      filters={filters}
      clearHref={timelineHref(slug, { kind: null, before: null })}
      nearest={[]}
    />
  )
}

const subtitle =
  "The newest first. Health (last 13 weeks) and signals (last 26 weeks) are told when they leave their usual range."

function titleOf(
  { entries, next }: TimelinePage,
  { kind, before }: TimelineQuery,
  { words, today }: { words: string | null; today: string },
): string {
  const what = ["Timeline", kind && timelineKindNames[kind], words].filter((word) => word !== null).join(", ")
  const oldest = entries.at(-1)
  if (!oldest) return what
  const count = formatCount(entries.length, "entry", "entries")
  const since = formatDay(oldest.wall.slice(0, 10), today)
  return next || before ? `${what}: ${count} back to ${since}` : `${what}: ${count} since ${since}`
}

function KindLinks({ slug, kind, frame }: { slug: string; kind: TimelineQuery["kind"]; frame: PeriodQuery }) {
  return (
    <nav aria-label="Kinds of entries" className="flex flex-wrap gap-x-3 gap-y-2 text-13 print:hidden">
      {[null, ...timelineKinds].map((each) => (
        <span
          key={each ?? "all"}
          {...(each === kind ? { "aria-current": "true" as const, className: "font-semibold" } : {})}
        >
          <TextLink href={timelineHref(slug, { kind: each, before: null }, frame)}>
            {each ? timelineKindNames[each] : "All"}
          </TextLink>
        </span>
      ))}
    </nav>
  )
}
