import { type KeyboardEvent, useState } from "react"

/** Esc puts a tooltip away until the pointer or another key moves on. */
export function useDismissed() {
  const [isDismissed, setIsDismissed] = useState(false)
  return {
    isDismissed,
    onKeyDown: (event: KeyboardEvent) => setIsDismissed(event.key === "Escape"),
    onPointerLeave: () => setIsDismissed(false),
  }
}
