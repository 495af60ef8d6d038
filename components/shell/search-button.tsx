"use client"

import { useSyncExternalStore } from "react"
import { loadPalette } from "#components/shell/load-overlays.ts"
import { openOverlay } from "#components/shell/overlay-board.ts"

const never = () => () => {}
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform)
const warm = () => void loadPalette()

/** Opens the palette; its code is fetched as soon as somebody comes near. */
export function SearchButton() {
  const hasCommandKey = useSyncExternalStore(never, isApple, () => true)
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Meta+K Control+K"
      onClick={() => openOverlay("palette")}
      onPointerEnter={warm}
      onFocus={warm}
      className="flex h-8 min-w-8 shrink-0 items-center gap-2 rounded-control border border-control px-2 text-13 text-muted hover:bg-sunken hover:text-ink lg:w-52"
    >
      <svg aria-hidden="true" width="14" height="14" viewBox="0 0 14 14" fill="none" className="shrink-0">
        <path
          d="M6 10.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM9.3 9.3l3.2 3.2"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
      </svg>
      <span className="max-lg:sr-only">Search or jump to…</span>
      <span aria-hidden="true" className="ml-auto min-w-9 text-right text-12 max-md:hidden">
        {hasCommandKey ? "⌘K" : "Ctrl K"}
      </span>
    </button>
  )
}
