"use client"

import { type RefObject, useEffect, useState } from "react"

/**
 * Lays an element over the whole window and back, where it stands, so that nothing in it begins anew. Esc leaves it; the
 * focus stays inside meanwhile, on the element's button `[data-full-focus]` at its beginning and end.
 */
export function useFullScreen(element: RefObject<HTMLElement | null>): {
  readonly isFull: boolean
  readonly turn: () => void
} {
  const [isFull, setFull] = useState(false)
  useEffect(() => {
    const chart = element.current
    if (!isFull || !chart) return
    const focusBack = () => chart.querySelector<HTMLElement>("[data-full-focus]")?.focus()
    const leave = (event: KeyboardEvent) => {
      // A menu that is open closes first.
      if (event.key !== "Escape" || chart.querySelector(":popover-open")) return
      event.preventDefault()
      setFull(false)
    }
    const keepInside = ({ target }: FocusEvent) => {
      if (target instanceof Node && !chart.contains(target)) focusBack()
    }
    chart.popover = "manual"
    chart.showPopover()
    focusBack()
    document.addEventListener("keydown", leave)
    document.addEventListener("focusin", keepInside)
    return () => {
      document.removeEventListener("keydown", leave)
      document.removeEventListener("focusin", keepInside)
      if (chart.matches(":popover-open")) chart.hidePopover()
      chart.popover = null
      focusBack()
    }
  }, [isFull, element])
  return { isFull, turn: () => setFull((was) => !was) }
}
