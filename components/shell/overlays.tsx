"use client"

import { lazy, Suspense, useSyncExternalStore } from "react"
import { loadHelp, loadPalette, loadShare } from "#components/shell/load-overlays.ts"
import { overlayBoard } from "#components/shell/overlay-board.ts"
import type { PalettePage } from "#components/shell/palette-entries.ts"
import type { FreezePage } from "#components/shell/share-dialog.tsx"

const Palette = lazy(() => loadPalette().then(({ Palette: component }) => ({ default: component })))
const KeyHelp = lazy(() => loadHelp().then(({ KeyHelp: component }) => ({ default: component })))

const ShareDialog = lazy(() => loadShare().then(({ ShareDialog: component }) => ({ default: component })))

/** What the frame lays over the page on demand. */
export function Overlays({
  pages,
  share,
}: {
  pages: readonly PalettePage[]
  share: { readonly workspaceSlug: string; readonly freezeAction: FreezePage }
}) {
  const overlay = useSyncExternalStore(overlayBoard.subscribe, overlayBoard.now, overlayBoard.onServer)
  return (
    <Suspense fallback={null}>
      {overlay === "palette" && <Palette pages={pages} />}
      {overlay === "keys" && <KeyHelp />}
      {overlay === "share" && <ShareDialog {...share} />}
    </Suspense>
  )
}
