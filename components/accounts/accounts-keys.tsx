"use client"

import { useKey } from "#components/shell/use-key.ts"

const focusOn = (field: string) => () => {
  document.querySelector<HTMLElement>(`form[data-filter] ${field}`)?.focus()
}

/** The keys that lead from anywhere on the page to its search and its filters. */
export function AccountsKeys() {
  useKey("/", "Search in this list", focusOn("[name=q]"))
  useKey("F", "Filter this list", focusOn("select"))
  return null
}
