"use client"

import { useShare } from "#components/shell/use-share.ts"

/** The way to a link for a pointer; the key is C. */
export function ShareButton({ workspaceSlug }: { workspaceSlug: string }) {
  const share = useShare(workspaceSlug)
  return (
    <button
      type="button"
      aria-keyshortcuts="C"
      onClick={share}
      className="flex h-8 shrink-0 items-center rounded-control px-2 text-13 text-ink-2 hover:bg-sunken hover:text-ink"
    >
      Share
    </button>
  )
}
