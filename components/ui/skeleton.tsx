const widths = ["w-2/5", "w-3/5", "w-1/2", "w-1/3"] as const

/** Stands where a table will be, row for row, so that nothing moves when it comes. */
export function TableSkeleton({ rows, columns }: { rows: number; columns: number }) {
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: rows + 1 }, (_, row) => `row-${row}`).map((row, place) => (
        <div key={row} className="flex h-9 items-center gap-4 border-b border-hairline px-2">
          {Array.from({ length: columns }, (_, column) => `cell-${column}`).map((cell, column) => (
            <div key={cell} className="flex-1">
              <div className={`h-2.5 rounded-tag bg-sunken ${widths[(place + column) % widths.length]}`} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

/** Stands where a block of known height will be. */
export function BlockSkeleton({ height }: { height: number }) {
  return <div role="status" aria-label="Loading" className="rounded-panel bg-sunken" style={{ height }} />
}
