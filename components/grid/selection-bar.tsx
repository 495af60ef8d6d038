"use client"

import type { BulkAction, GridSelection } from "#components/grid/grid-model.ts"
import { Button } from "#components/ui/button.tsx"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"

/** How many rows are selected and what can be done with them. All that match is a step of its own, never the first. */
export function SelectionBar({
  selection,
  noun,
  matching,
  action: { most, label, key },
  onAct,
  onSelectAll,
  onClear,
}: {
  selection: GridSelection
  noun: string
  matching: number
  action: BulkAction
  onAct: () => void
  onSelectAll: () => void
  onClear: () => void
}) {
  const isMore = selection.ids !== "all_matching" && matching > selection.count
  return (
    <section
      aria-label="Selection"
      className="sticky bottom-4 z-20 flex min-h-12 flex-wrap items-center gap-3 rounded-panel bg-surface px-4 py-2 shadow-overlay print:hidden"
    >
      <p role="status" className="text-13 tabular-nums">
        {formatCount(selection.count, noun)} selected
        {isMore && matching > most && (
          <span className="text-muted">
            {" "}
            · at most {formatNumber(most)} at once, filter first to take all
          </span>
        )}
      </p>
      {isMore && matching <= most && (
        <Button variant="quiet" onClick={onSelectAll}>
          Select all {formatNumber(matching)} matching
        </Button>
      )}
      <div className="ml-auto flex items-center gap-2">
        <Button variant="quiet" onClick={onClear} aria-keyshortcuts="Escape">
          Clear selection
        </Button>
        <Button variant="primary" onClick={onAct} disabled={selection.count > most} aria-keyshortcuts={key}>
          {label(selection.count)}
        </Button>
      </div>
    </section>
  )
}
