"use client"

import { copyText } from "#components/shell/copy-text.ts"
import { openOverlay } from "#components/shell/overlay-board.ts"
import { useSay } from "#components/shell/undo-toast.tsx"
import { canFreeze } from "#lib/frozen/can-freeze.ts"
import { sharedLink } from "#lib/keys/shared-link.ts"

/** Gives the page to others: its live link at once, and where it can be kept as it is, the choice of that. */
export function useShare(workspaceSlug: string): () => void {
  const say = useSay()
  return () => {
    if (canFreeze(location.pathname) && !new URLSearchParams(location.search).has("asof"))
      return openOverlay("share")
    const link = sharedLink(location.href, workspaceSlug)
    void copyText(link).then((isCopied) =>
      say(
        isCopied ? "Link to this view copied." : `This browser does not let pages copy. The link is ${link}`,
      ),
    )
  }
}
