"use client"

import { type RefObject, useEffect } from "react"
import { useKey } from "#components/shell/use-key.ts"

/** How each chart on the page is turned into its table and back. */
const turns = new Map<Element, () => void>()

const turnPointedAt = (): void => {
  const chart = document.querySelector("figure:hover")
  if (chart) turns.get(chart)?.()
}

/** `T` turns the chart under the pointer; a chart that has the focus hears it by itself, also where single keys are off. */
export function useTurnKey(figure: RefObject<HTMLElement | null>, turn: () => void): void {
  useEffect(() => {
    const chart = figure.current
    if (!chart) return
    turns.set(chart, turn)
    return () => void turns.delete(chart)
  }, [figure, turn])
  useKey("T", "Turn the chart under the pointer into its table", turnPointedAt)
}
