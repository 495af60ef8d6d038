/** A number whose data are not all there: open instead of solid, with the source that is missing and how far it came. */
export function StaleValue({
  value,
  source,
  completeTo,
}: {
  value: string
  source: string
  /** "03:10 today" */
  completeTo: string
}) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-2 font-normal whitespace-normal">
      <span className="rounded-tag border border-dashed border-control px-1 text-ink-2 tabular-nums">
        {value}
      </span>
      <span className="text-12 text-muted wrap-anywhere">
        partial: {source} complete to {completeTo}
      </span>
    </span>
  )
}
