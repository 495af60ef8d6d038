"use client"

import { useActionState } from "react"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import type { Reply, Verb } from "#lib/verb.ts"

/** Takes a standard off, at once; the page then offers to bring it back. */
export function StandardRemoval({
  id,
  removeAction,
}: {
  id: string
  removeAction: Verb<{ id: string }, unknown>
}) {
  const [reply, submit] = useActionState<Reply<unknown> | null>(() => removeAction({ id }), null)
  return (
    <form action={submit} className="flex flex-wrap items-center gap-3 print:hidden">
      <SubmitButton pendingLabel="Removing…" variant="secondary">
        Remove standard
      </SubmitButton>
      <ReplyNote reply={reply} done="Removed." />
    </form>
  )
}
