"use client"

import { useRef, useState, useSyncExternalStore } from "react"
import type { GridRow } from "#components/grid/grid-model.ts"

const never = () => () => undefined

/**
 * Which row has the focus. Rows are one tab stop: Tab comes to the row that had the focus last, J, K and arrows go
 * from row to row. Without script every row is a stop.
 */
export function useRowFocus(rows: readonly GridRow[]) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [last, setLast] = useState<string | null>(null)
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const stop = rows.some(({ id }) => id === last) ? last : (rows[0]?.id ?? null)

  const rowOf = (element: Element | null): string | null =>
    element && body.current?.contains(element)
      ? (element.closest<HTMLElement>("[data-row]")?.dataset.row ?? null)
      : null

  const focus = (id: string | undefined) => {
    const row = [...(body.current?.rows ?? [])].find((each) => each.dataset.row === id)
    row?.querySelector<HTMLElement>("[data-row-link]")?.focus()
  }

  return {
    body,
    isStop: (id: string) => !isAlive || id === stop,
    remember: (event: React.FocusEvent) => setLast(rowOf(event.target)),
    /** The row that has the focus now. */
    current: (): GridRow | undefined => {
      const id = rowOf(document.activeElement)
      return rows.find((row) => row.id === id)
    },
    focus,
    /** Goes up or down and says which row it came to; from elsewhere, to the row that had the focus last. */
    move: (step: number): GridRow | undefined => {
      const from = rows.findIndex(({ id }) => id === rowOf(document.activeElement))
      const rest = rows.findIndex(({ id }) => id === stop)
      const to = from < 0 ? rest : Math.min(Math.max(from + step, 0), rows.length - 1)
      focus(rows[to]?.id)
      return rows[to]
    },
  }
}
