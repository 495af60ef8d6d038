"use client"

import { useSearchParams } from "next/navigation"
import { go } from "#components/shell/navigation-board.ts"
import { openOverlay } from "#components/shell/overlay-board.ts"
import { useSay } from "#components/shell/undo-toast.tsx"
import { useKey } from "#components/shell/use-key.ts"
import { frameKeys } from "#lib/keys/known-keys.ts"
import { sharedLink } from "#lib/keys/shared-link.ts"
import { carried } from "#lib/urls/carried.ts"

export type GoTo = { readonly keys: string; readonly label: string; readonly href: string }

/** The keys that work on every page. */
export function ShellKeys({ places, workspaceSlug }: { places: readonly GoTo[]; workspaceSlug: string }) {
  const say = useSay()
  const { help, copyLink } = frameKeys
  useKey(help.key, help.words, () => openOverlay("keys"), { group: help.group })
  useKey(
    copyLink.key,
    copyLink.words,
    () => {
      const link = sharedLink(location.href, workspaceSlug)
      void copyText(link).then((isCopied) =>
        say(
          isCopied
            ? "Link to this view copied."
            : `This browser does not let pages copy. The link is ${link}`,
        ),
      )
    },
    { group: copyLink.group },
  )
  return places.map((place) => <GoToKey key={place.href} {...place} />)
}

function GoToKey({ keys, label, href }: GoTo) {
  const search = useSearchParams()
  useKey(keys, `Go to ${label}`, () => go(carried(href, search)), { group: "Go to" })
  return null
}

/** Over plain http there is no clipboard: then the link itself is told. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
