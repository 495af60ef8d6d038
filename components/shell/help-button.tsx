"use client"

import { KeyCaps } from "#components/shell/key-caps.tsx"
import { openOverlay } from "#components/shell/overlay-board.ts"

/** The way to the keyboard help for a pointer, and for who has switched its key off. */
export function HelpButton() {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => openOverlay("keys")}
      className="flex min-h-8 w-full items-center justify-between gap-3 rounded-control text-13"
    >
      Keyboard shortcuts
      <KeyCaps keys="?" />
    </button>
  )
}
