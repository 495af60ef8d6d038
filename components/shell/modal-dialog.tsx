"use client"

import { useLayoutEffect, useRef } from "react"
import { openOverlay } from "#components/shell/overlay-board.ts"

/** A native modal dialog of the frame: keeps the focus inside, gives it back on closing, Esc closes. */
export function ModalDialog({
  label,
  width,
  children,
}: {
  label: string
  width: string
  children: React.ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      closedby="any"
      onClose={() => dialog.current?.open === false && openOverlay(null)}
      className={`mx-auto mt-[10vh] mb-auto max-h-[80vh] max-w-[calc(100vw-2rem)] flex-col overflow-hidden rounded-panel bg-surface text-ink shadow-overlay backdrop:bg-[color-mix(in_srgb,black_40%,transparent)] open:flex print:hidden ${width}`}
    >
      {children}
    </dialog>
  )
}
