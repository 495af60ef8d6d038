"use client"

import type { GridRow } from "#components/grid/grid-model.ts"
import type { useRowFocus } from "#components/grid/use-row-focus.ts"
import { useKey } from "#components/shell/use-key.ts"

/**
 * The keys of a list. Single letters work wherever the focus is and can be switched off; arrows, Space and Escape
 * belong to the row that has the focus.
 */
export function useGridKeys({
  focus,
  toggle,
  select,
  clear,
  peek,
  bulk,
  mayClear,
}: {
  focus: ReturnType<typeof useRowFocus>
  toggle: (id: string) => void
  select: (id: string) => void
  clear: () => void
  peek: (row: GridRow) => void
  bulk: { readonly key: string; readonly words: string; readonly run: () => void } | null
  mayClear: boolean
}) {
  const group = "Rows"
  useKey("J", "Next row, as ↓ does; Enter opens it, Space peeks", () => void focus.move(1), {
    group,
    repeats: true,
  })
  useKey("K", "Previous row, as ↑ does", () => void focus.move(-1), { group, repeats: true })
  const toggleCurrent = () => {
    const row = focus.current() ?? focus.move(0)
    if (row) toggle(row.id)
  }
  useKey("X", "Select the row; Shift and arrows select on", toggleCurrent, { group, isOff: bulk === null })
  useKey(bulk?.key ?? "A", bulk?.words ?? "", () => bulk?.run(), { group, isOff: bulk === null })
  useKey("Escape", "Clear the selection", clear, { group, isOff: !mayClear })

  const moves: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const row = focus.current()
    const step = moves[event.key]
    if (!row) return
    if (step !== undefined) {
      event.preventDefault()
      const next = focus.move(step)
      if (event.shiftKey && Number.isFinite(step) && next) {
        select(row.id)
        select(next.id)
      }
    } else if (event.key === " " && event.target instanceof HTMLAnchorElement) {
      event.preventDefault()
      peek(row)
    }
  }
  return { onKeyDown }
}
