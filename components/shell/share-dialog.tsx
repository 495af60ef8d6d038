"use client"

import { useEffect, useRef, useState } from "react"
import { copyText } from "#components/shell/copy-text.ts"
import { ModalDialog } from "#components/shell/modal-dialog.tsx"
import { openOverlay } from "#components/shell/overlay-board.ts"
import { Button } from "#components/ui/button.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import { asofOf, frozenForDays, frozenLink } from "#lib/frozen/asof.ts"
import type { FreezeInput, Frozen } from "#lib/frozen/schema.ts"
import { sharedLink } from "#lib/keys/shared-link.ts"
import type { Verb } from "#lib/verb.ts"

export type FreezePage = Verb<FreezeInput, Frozen>

type Shared = { readonly link: string; readonly words: string }

/** The live link is copied as the dialog opens; one more step keeps the page as it is and copies a frozen one. */
export function ShareDialog({
  workspaceSlug,
  freezeAction,
}: {
  workspaceSlug: string
  freezeAction: FreezePage
}) {
  const [shared, setShared] = useState<Shared | null>(null)
  const [isKeeping, setKeeping] = useState(false)
  const freeze = useRef<HTMLButtonElement>(null)
  const copy = async (link: string, done: string) => {
    const isCopied = await copyText(link)
    setShared({ link, words: isCopied ? done : "This browser does not let pages copy. Copy the link here." })
  }
  const copyLive = () => copy(sharedLink(location.href, workspaceSlug), "Link to this view copied.")
  const first = useRef(copyLive)
  useEffect(() => {
    freeze.current?.focus()
    void first.current()
  }, [])
  const keep = async () => {
    setKeeping(true)
    const search = new URLSearchParams(location.search)
    for (const name of ["ws", "asof"]) search.delete(name)
    const reply = await freezeAction({ path: location.pathname, query: search.toString() }).catch(() => null)
    if (reply?.ok) {
      const link = frozenLink(
        `${location.origin}${location.pathname}?${search}`,
        asofOf(reply.value),
        workspaceSlug,
      )
      await copy(link, "Copied: a link to this view as it is now.")
    } else setShared({ link: "", words: reply?.message ?? "The server did not answer. Nothing was kept." })
    setKeeping(false)
  }
  return (
    <ModalDialog label="Share this view" width="w-[30rem]">
      <div className="flex flex-col gap-3 p-4">
        <h2 className="text-16 font-semibold">Share this view</h2>
        <p role="status" className="min-h-5 text-14">
          {isKeeping ? "Keeping the page as it is…" : shared?.words}
        </p>
        {shared && shared.link !== "" && (
          <TextField
            label="Link"
            name="link"
            readOnly
            value={shared.link}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        )}
        <p className="text-13 text-muted">
          “Live” shows the newest figures to whoever opens it. “As it is now” shows these figures, for{" "}
          {frozenForDays} days; names of contacts only to those who may see them.
        </p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="quiet" onClick={() => openOverlay(null)}>
            Close
          </Button>
          <Button onClick={() => void copyLive()}>Live</Button>
          <Button ref={freeze} variant="primary" disabled={isKeeping} onClick={() => void keep()}>
            As it is now
          </Button>
        </div>
      </div>
    </ModalDialog>
  )
}
