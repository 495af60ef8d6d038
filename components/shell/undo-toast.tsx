"use client"

import { useEffect, useRef, useState, useSyncExternalStore } from "react"
import { keyBoard } from "#components/shell/key-board.ts"
import { KeyCaps } from "#components/shell/key-caps.tsx"
import {
  clearToast,
  showToast,
  type Toast,
  takeUndo,
  toastBoard,
  type UndoOffer,
} from "#components/shell/toast-board.ts"
import { useKey } from "#components/shell/use-key.ts"
import { Button } from "#components/ui/button.tsx"
import { StatusShape } from "#components/ui/status-shape.tsx"
import { frameKeys } from "#lib/keys/known-keys.ts"

const shownForMs = 10_000

const offerUndo = (offer: UndoOffer): void => showToast(offer.words, { offer })
const say = (words: string): void => showToast(words)

/** `const offerUndo = useUndo()`: after a change that is done, tells it and offers to take it back for ten seconds. */
export const useUndo = (): ((offer: UndoOffer) => void) => offerUndo

/** `const say = useSay()`: tells politely that something is done, without a way back. */
export const useSay = (): ((words: string) => void) => say

/** Where toasts stand, once for all pages. The clock rests while a pointer or the focus is on it. */
export function UndoToast() {
  const toast = useSyncExternalStore(toastBoard.subscribe, toastBoard.now, toastBoard.onServer)
  const isOn = useSyncExternalStore(keyBoard.subscribe, keyBoard.isOn, keyBoard.isOnByDefault)
  const way = isOn ? "Press Z to undo." : "The Undo button is at the end of the page."
  return (
    <div className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex justify-center print:hidden">
      <p role="status" aria-live="polite" className="sr-only">
        {toast && `${toast.words}${toast.offer ? ` ${way}` : ""}`}
      </p>
      {toast && (
        <section aria-label="What was done" className="min-w-0">
          <ToastBox key={toast.id} toast={toast} withKey={isOn} />
        </section>
      )}
    </div>
  )
}

function ToastBox({ toast, withKey }: { toast: Toast; withKey: boolean }) {
  const [isHeld, setHeld] = useState(false)
  const before = useRef<EventTarget | null>(null)
  /** Whoever came here by keyboard goes on where they were. */
  const giveBackFocus = () => before.current instanceof HTMLElement && before.current.focus()
  const undo = () => {
    giveBackFocus()
    void takeUndo(toast)
  }
  const close = () => {
    giveBackFocus()
    clearToast(toast.id)
  }
  useKey(frameKeys.undo.key, frameKeys.undo.words, undo, {
    group: frameKeys.undo.group,
    isOff: toast.offer === null,
  })
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => clearToast(toast.id), shownForMs)
    return () => clearTimeout(timer)
  }, [isHeld, toast.id])
  return (
    <fieldset
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={({ currentTarget, relatedTarget }) => {
        setHeld(true)
        if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget
      }}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto m-0 flex min-h-12 min-w-0 max-w-full items-center gap-3 rounded-panel bg-surface py-2 pr-2 pl-4 text-13 text-ink shadow-overlay"
    >
      <StatusShape status={toast.isFailure ? "act" : "good"} />
      <span aria-hidden="true" className="min-w-0 wrap-anywhere">
        {toast.words}
      </span>
      {toast.offer && (
        <Button onClick={undo}>
          Undo
          {withKey && (
            <span aria-hidden="true">
              <KeyCaps keys={frameKeys.undo.key} />
            </span>
          )}
        </Button>
      )}
      <Button variant="quiet" onClick={close}>
        Close
      </Button>
    </fieldset>
  )
}
