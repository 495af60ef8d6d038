"use client"

import { useSearchParams } from "next/navigation"
import { go } from "#components/shell/navigation-board.ts"
import { openOverlay } from "#components/shell/overlay-board.ts"
import { useKey } from "#components/shell/use-key.ts"
import { useShare } from "#components/shell/use-share.ts"
import { frameKeys } from "#lib/keys/known-keys.ts"
import { carried } from "#lib/urls/carried.ts"

export type GoTo = { readonly keys: string; readonly label: string; readonly href: string }

/** The keys that work on every page. */
export function ShellKeys({ places, workspaceSlug }: { places: readonly GoTo[]; workspaceSlug: string }) {
  const share = useShare(workspaceSlug)
  const { help, copyLink } = frameKeys
  useKey(help.key, help.words, () => openOverlay("keys"), { group: help.group })
  useKey(copyLink.key, copyLink.words, share, { group: copyLink.group })
  return places.map((place) => <GoToKey key={place.href} {...place} />)
}

function GoToKey({ keys, label, href }: GoTo) {
  const search = useSearchParams()
  useKey(keys, `Go to ${label}`, () => go(carried(href, search)), { group: "Go to" })
  return null
}
