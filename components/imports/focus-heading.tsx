"use client"

import { useEffect } from "react"

/** Puts the keyboard, and a screen reader with it, at the heading of a step that has just been reached. */
export function FocusHeading() {
  useEffect(() => {
    const heading = document.querySelector<HTMLElement>("main h1")
    if (!heading) return
    heading.tabIndex = -1
    heading.style.outline = "none"
    heading.focus({ preventScroll: true })
  }, [])
  return null
}
