/** The room of what comes, in its final measures, so that nothing moves when it arrives. It does not shimmer. */
export function LoadingState({
  label,
  rows,
  rowHeight = 36,
  headHeight = 0,
}: {
  /** "Loading accounts": read out, and written after a second. */
  label: string
  rows: number
  /** Heights in px of what will stand here. */
  rowHeight?: number
  headHeight?: number
}) {
  return (
    <div role="status" aria-label={label} className="animate-late">
      {headHeight > 0 && <div className="border-b" style={{ height: headHeight }} />}
      {[...Array(rows).keys()].map((place) => (
        <div
          key={place}
          aria-hidden="true"
          className="flex items-center gap-6 border-b border-hairline"
          style={{ height: rowHeight }}
        >
          <span className="h-3 rounded-tag bg-sunken" style={{ width: `${24 + ((place * 7) % 16)}%` }} />
          <span className="ml-auto h-3 w-16 rounded-tag bg-sunken" />
          <span className="h-3 w-10 rounded-tag bg-sunken" />
        </div>
      ))}
    </div>
  )
}
