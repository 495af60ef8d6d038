import { StatusShape } from "#components/ui/status-shape.tsx"

/** One part of a page has no answer while the rest works: which source, since when, and the last good value with its time. */
export function PartFailedState({
  source,
  since,
  lastGood,
  diagnosticId,
  action,
}: {
  source: string
  /** "Tue 17 Nov 09:12" */
  since: string
  lastGood?: { readonly value: string; readonly at: string } | null
  /** Finds it in the log. */
  diagnosticId?: string
  action?: React.ReactNode
}) {
  return (
    <div role="status" className="flex items-start gap-2 py-2">
      <span className="mt-0.5">
        <StatusShape status="watch" size={16} />
      </span>
      <div className="flex min-w-0 flex-col items-start gap-1">
        <p className="text-14 font-medium wrap-anywhere">
          {source} has not answered since {since}
        </p>
        <p className="max-w-[75ch] text-13 text-ink-2 wrap-anywhere">
          {lastGood
            ? `Last good value: ${lastGood.value}, ${lastGood.at}. The rest of this page is up to date.`
            : "There is no earlier value. The rest of this page is up to date."}
        </p>
        {diagnosticId && (
          <p className="text-13 text-muted">
            Diagnostic id <code className="font-sans text-ink select-all">{diagnosticId}</code>
          </p>
        )}
        {action && <div className="mt-1 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  )
}
