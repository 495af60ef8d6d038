import { useId } from "react"
import { StatusShape } from "#components/ui/status-shape.tsx"

/** Somebody changed it meanwhile: both values, who and when, and the choice between them. Nothing is lost until then. */
export function ConflictState({
  field,
  mine,
  theirs,
  who,
  when,
  keepMine,
  takeTheirs,
}: {
  field: string
  mine: string
  theirs: string
  who: string
  when: string
  /** A button each: "Keep mine", "Take theirs". */
  keepMine: React.ReactNode
  takeTheirs: React.ReactNode
}) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className="rounded-panel border border-control bg-surface p-4">
      <p id={titleId} className="flex items-start gap-2 text-14 font-semibold">
        <span className="mt-0.5">
          <StatusShape status="changed" size={16} />
        </span>
        <span className="min-w-0 wrap-anywhere">
          {who} changed {field} {when}
        </span>
      </p>
      <dl className="mt-3 grid gap-4 sm:grid-cols-2">
        <Choice name="Yours, not saved" value={mine} action={keepMine} />
        <Choice name={`Theirs, saved ${when}`} value={theirs} action={takeTheirs} />
      </dl>
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
