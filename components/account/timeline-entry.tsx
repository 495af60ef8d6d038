import { NoteCard } from "#components/account/note-card.tsx"
import type { ChangeNote } from "#components/account/note-form.tsx"
import { StatusShape } from "#components/ui/status-shape.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatInstant, type Place } from "#lib/format/instant.ts"
import { type TimelineEntry, timelineKindNames } from "#lib/timeline/schema.ts"

/** One thing that happened: when, what, by whom, and the way to its evidence. */
export function TimelineEntryRow({
  entry,
  place,
  mayOpenImports,
  changeNoteAction,
}: {
  entry: TimelineEntry
  place: Place
  mayOpenImports: boolean
  changeNoteAction: ChangeNote | null
}) {
  const { kind, wall, title, detail, actor, href, note } = entry
  const isMove = kind === "health" || kind === "signal"
  const time = wall.slice(11, 16)
  const isOpen = href !== null && (kind !== "import" || mayOpenImports)
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-3">
      <span className="pt-0.5 text-12 tabular-nums text-muted">{time}</span>
      <div
        className={`grid min-w-0 content-start gap-x-6 gap-y-0.5 ${detail && !note ? "xl:grid-cols-[2fr_3fr]" : ""}`}
      >
        <p className="flex flex-wrap items-center gap-x-2 wrap-anywhere">
          {isMove && <StatusShape status="changed" />}
          <span className="text-12 text-muted">{timelineKindNames[kind]}</span>
          {note === null && (isOpen ? <TextLink href={href}>{title}</TextLink> : <span>{title}</span>)}
          {actor && <span className="text-13 text-muted">{actor}</span>}
        </p>
        {detail && (
          <p className="max-w-[75ch] min-w-0 whitespace-pre-line text-13 text-ink-2 wrap-anywhere">
            {detail}
          </p>
        )}
        {note && (
          <NoteCard
            note={note}
            editedWhen={note.editedAt && formatInstant(new Date(note.editedAt), place)}
            changeNoteAction={changeNoteAction}
          />
        )}
      </div>
    </li>
  )
}
