import { useId } from "react"
import { StatusShape } from "#components/ui/status-shape.tsx"

/** Who changed something last and when, in words; null where nobody is known. */
export type ChangedBy = { readonly who: string; readonly when: string } | null

/** Somebody changed it meanwhile: both values, who and when, and the choice between them. Nothing is lost until then. */
export function ConflictState({
  field,
  mine,
  theirs,
  changedBy,
  keepMine,
  takeTheirs,
  children,
}: {
  field: string
  mine: string
  theirs: string
  changedBy: ChangedBy
  /** A button each: "Keep mine", "Take theirs". */
  keepMine: React.ReactNode
  takeTheirs: React.ReactNode
  /** What became of the choice. */
  children?: React.ReactNode
}) {
  const titleId = useId()
  return (
    <section
      role="alert"
      aria-labelledby={titleId}
      className="rounded-panel border border-control bg-surface p-4 print:hidden"
    >
      <p id={titleId} className="flex items-start gap-2 text-14 font-semibold">
        <span className="mt-0.5">
          <StatusShape status="changed" size={16} />
        </span>
        <span className="min-w-0 wrap-anywhere">
          {changedBy
            ? `${changedBy.who} changed ${field}, ${changedBy.when}`
            : `Somebody changed ${field} meanwhile`}
        </span>
      </p>
      <dl className="mt-3 grid gap-4 sm:grid-cols-2">
        <Choice name="Yours, not saved" value={mine} action={keepMine} />
        <Choice
          name={changedBy ? `Theirs, saved ${changedBy.when}` : "Theirs, saved"}
          value={theirs}
          action={takeTheirs}
        />
      </dl>
      {children}
    </section>
  )
}

function Choice({ name, value, action }: { name: string; value: string; action: React.ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <dt className="text-12 text-muted">{name}</dt>
      <dd className="max-w-full text-14 wrap-anywhere whitespace-pre-wrap">{value}</dd>
      <dd className="mt-1">{action}</dd>
    </div>
  )
}
