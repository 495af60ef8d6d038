"use client"

import { useEffect, useRef } from "react"
import { layKey } from "#components/shell/key-board.ts"

export type KeyOptions = {
  /** The heading under which `?` lists it. */
  readonly group?: string
  /** True while the key would have nothing to do: then it does nothing and is not listed. */
  readonly isOff?: boolean
  /** True for keys that are held down, such as those that move a row. */
  readonly repeats?: boolean
}

/**
 * Gives a key its effect while the component is on the page, and lists it under `?`. `key` is `A`, `Shift+ArrowDown`,
 * `Space`, or two keys one after the other: `G A`. `words` say what it does, as on a button: "Copy link to this view".
 * Silent in fields, in open dialogs and while single keys are switched off. Who comes last has the key.
 */
export function useKey(key: string, words: string, run: () => void, options: KeyOptions = {}): void {
  const { group = "This page", isOff = false, repeats = false } = options
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(
    () => (isOff ? undefined : layKey({ key, words, group, repeats, run: () => latest.current() })),
    [key, words, group, isOff, repeats],
  )
}
