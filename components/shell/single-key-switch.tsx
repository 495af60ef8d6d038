"use client"

import { useSyncExternalStore } from "react"
import { keyBoard, switchKeys } from "#components/shell/key-board.ts"
import { keysCookieText } from "#lib/keys/keys-off.ts"

/** Switches the single keys on and off and remembers it; who dictates would otherwise set them off by speaking. */
export function SingleKeySwitch() {
  const isOn = useSyncExternalStore(keyBoard.subscribe, keyBoard.isOn, keyBoard.isOnByDefault)
  const change = () => {
    switchKeys(!isOn)
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API does not exist over plain http
    document.cookie = keysCookieText(!isOn)
  }
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      onClick={change}
      className="group flex min-h-8 w-full items-center justify-between gap-3 rounded-control text-13"
    >
      Single-key shortcuts
      <span aria-hidden="true" className="flex items-center gap-2 text-12 text-ink-2">
        {isOn ? "On" : "Off"}
        <span className="flex h-5 w-9 items-center rounded-full border border-control bg-surface p-0.5 group-aria-checked:justify-end group-aria-checked:bg-primary">
          <span className="size-3.5 rounded-full bg-control group-aria-checked:bg-primary-ink" />
        </span>
      </span>
    </button>
  )
}
