/** What the frame lays over the page: one thing at a time. */
export type Overlay = "palette" | "keys" | "share" | null

let overlay: Overlay = null
const listeners = new Set<() => void>()

export function openOverlay(next: Overlay): void {
  if (next === overlay) return
  overlay = next
  for (const listener of listeners) listener()
}

export const overlayBoard = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  now: (): Overlay => overlay,
  onServer: (): Overlay => null,
}
