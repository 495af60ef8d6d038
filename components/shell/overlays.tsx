"use client"

import { lazy, Suspense, useSyncExternalStore } from "react"
import { loadHelp, loadPalette } from "#components/shell/load-overlays.ts"
import { overlayBoard } from "#components/shell/overlay-board.ts"
import type { PalettePage } from "#components/shell/palette-entries.ts"

const Palette = lazy(() => loadPalette().then(({ Palette: component }) => ({ default: component })))
const KeyHelp = lazy(() => loadHelp().then(({ KeyHelp: component }) => ({ default: component })))

/** What the frame lays over the page on demand. */
export function Overlays({ pages }: { pages: readonly PalettePage[] }) {
  const overlay = useSyncExternalStore(overlayBoard.subscribe, overlayBoard.now, overlayBoard.onServer)
  return (
    <Suspense fallback={null}>
      {overlay === "palette" && <Palette pages={pages} />}
      {overlay === "keys" && <KeyHelp />}
    </Suspense>
  )
}
