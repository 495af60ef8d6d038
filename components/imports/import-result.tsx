import { PostButton } from "#components/imports/post-button.tsx"
import { PostForm } from "#components/imports/post-form.tsx"
import { ButtonLink } from "#components/ui/button-link.tsx"
import { DefinitionPopover } from "#components/ui/definition-popover.tsx"
import { formatNumber } from "#lib/format/number.ts"
import type { ImportKind, SyncRunState } from "#lib/imports/schema.ts"
import { verdictWords } from "./verdicts.ts"

export type ResultCounts = {
  readonly created: number
  readonly updated: number
  readonly skipped: number
  readonly rejected: number
  readonly signals: number
}

/** What the import did, in the words in which it was announced. */
export function ResultCountList({ counts }: { counts: ResultCounts }) {
  const parts = [
    { term: "Created", means: verdictWords.create.means, count: counts.created, unit: "row" },
    { term: "Updated", means: verdictWords.update.means, count: counts.updated, unit: "row" },
    { term: "Skipped", means: verdictWords.skip.means, count: counts.skipped, unit: "row" },
    { term: "Rejected", means: verdictWords.reject.means, count: counts.rejected, unit: "row" },
  ]
  if (counts.signals > 0)
    parts.push({
      term: "Signals",
      means: "Values of measures that were new or differed. They are what health is computed from.",
      count: counts.signals,
      unit: "value",
    })
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {parts.map(({ term, means, count, unit }) => (
        <div key={term} className="min-w-24">
          <dt className="text-13 text-muted">
            {term}
            <DefinitionPopover term={term}>{means}</DefinitionPopover>
          </dt>
          <dd className="text-16 font-medium tabular-nums">
            {formatNumber(count)}{" "}
            <span className="text-13 font-normal text-muted">{count === 1 ? unit : `${unit}s`}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const places: Partial<Record<ImportKind, { href: string; label: string }>> = {
  accounts: { href: "/accounts", label: "Open accounts" },
  contracts: { href: "/accounts", label: "Open accounts" },
  movements: { href: "/accounts", label: "Open accounts" },
  contacts: { href: "/accounts", label: "Open accounts" },
  touchpoints: { href: "/accounts", label: "Open accounts" },
  signals: { href: "/accounts", label: "Open accounts" },
}

/** What can be done with an import that is written, or that stopped while it was. */
export function ResultActions({
  runId,
  kind,
  state,
  mayUndo,
  takesBack,
}: {
  runId: string
  kind: ImportKind
  state: SyncRunState
  mayUndo: boolean
  /** What an undo takes back, in words. */
  takesBack?: string | null
}) {
  const place = places[kind]
  return (
    <>
      {mayUndo && (
        <PostForm
          action={`/imports/${runId}/undo`}
          label="Undo"
          className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1"
        >
          {takesBack && <span className="text-13 text-ink-2 tabular-nums">{takesBack}</span>}
          <PostButton pendingLabel="Taking everything back…">Undo this import</PostButton>
        </PostForm>
      )}
      {state === "failed" && mayUndo && (
        <PostForm action={`/imports/${runId}/start`} label="Resume">
          <PostButton variant="primary" pendingLabel="Resuming…">
            Resume
          </PostButton>
        </PostForm>
      )}
      {state === "done" && place && (
        <ButtonLink href={place.href} variant="primary">
          {place.label}
        </ButtonLink>
      )}
      {(state === "undone" || state === "discarded" || state === "refused") && (
        <ButtonLink href={`/imports/new?kind=${kind}`} variant="primary">
          Import a file
        </ButtonLink>
      )}
    </>
  )
}
