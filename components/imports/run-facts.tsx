import { formatInstant, type Place } from "#lib/format/instant.ts"
import { formatCount } from "#lib/format/plural.ts"
import { kindSpecs } from "#lib/imports/kinds.ts"
import type { ImportKind } from "#lib/imports/schema.ts"

type Run = {
  readonly kind: ImportKind
  readonly source: { readonly name: string }
  readonly isSourceGone: boolean
  readonly startedBy: string
  readonly startedAt: Date
  readonly rowsRead: number
  readonly undoUntil: Date | null
  readonly undoneAt: Date | null
  readonly undoneBy: string | null
}

/** Who imported what from where, and until when it can be taken back. */
export function RunFacts({ run, mayUndo, place }: { run: Run; mayUndo: boolean; place: Place }) {
  const facts = [
    { label: "Kind", value: kindSpecs[run.kind].label },
    {
      label: "Source",
      value: run.isSourceGone ? `${run.source.name}, gone with this import` : run.source.name,
    },
    { label: "Rows read", value: formatCount(run.rowsRead, "row") },
    { label: "Started", value: `${formatInstant(run.startedAt, place)} by ${run.startedBy}` },
  ]
  if (run.undoneAt)
    facts.push({
      label: "Undone",
      value: `${formatInstant(run.undoneAt, place)} by ${run.undoneBy ?? "somebody"}`,
    })
  else if (run.undoUntil)
    facts.push({
      label: "Undo",
      value: mayUndo
        ? `possible until ${formatInstant(run.undoUntil, place)}`
        : `was possible until ${formatInstant(run.undoUntil, place)}`,
    })
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-13">
      {facts.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
