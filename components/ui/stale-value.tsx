/** A number whose data are not all there: open instead of solid, with the source that is missing and how far it came. */
export function StaleValue({
  value,
  source,
  completeTo,
}: {
  value: string
  source: string
  /** "Tue 17 Nov 03:10"; null for a source that never completed anything. */
  completeTo: string | null
}) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-2 font-normal whitespace-normal">
      <span className="rounded-tag border border-dashed border-control px-1 text-ink-2 tabular-nums">
        {value}
      </span>
      <span className="text-12 text-muted wrap-anywhere">
        {completeTo ? `partial: ${source} complete to ${completeTo}` : `partial: ${source} never complete`}
      </span>
    </span>
  )
}
