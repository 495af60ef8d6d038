"use client"

import { useEffect } from "react"
import { keyBoard, keysNow, switchKeys } from "#components/shell/key-board.ts"
import { isCovered, mayPress } from "#components/shell/may-press.ts"
import { openOverlay, overlayBoard } from "#components/shell/overlay-board.ts"
import { isPalettePress, keyName } from "#lib/keys/key-name.ts"
import { nextStep, type Pending } from "#lib/keys/sequence.ts"

/** Hears every key press once, after the part of the page that has the focus had its turn. */
export function KeyListener({ isOn }: { isOn: boolean }) {
  useEffect(() => switchKeys(isOn), [isOn])
  useEffect(() => {
    let pending: Pending = null
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      if (isPalettePress(event)) {
        if (overlayBoard.now() === null && isCovered()) return
        event.preventDefault()
        if (!event.repeat) openOverlay(overlayBoard.now() === "palette" ? null : "palette")
        return
      }
      const name = keyName(event)
      const { isOn: isAwake, laid } = keyBoard.now()
      if (name === null || !isAwake || !mayPress(event.target, name)) return
      const keys = keysNow(laid)
      const step = nextStep(
        pending,
        name,
        event.timeStamp,
        keys.map(({ key }) => key),
      )
      pending = step.pending
      const found = keys.find(({ key }) => key === step.run)
      if (!found || isCovered()) return
      event.preventDefault()
      if (!event.repeat || found.repeats) found.run()
    }
    globalThis.addEventListener("keydown", hear)
    return () => globalThis.removeEventListener("keydown", hear)
  }, [])
  return null
}
