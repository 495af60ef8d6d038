"use client"

import { useActionState } from "react"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import type { Reply, Verb } from "#lib/verb.ts"

export type RetryInput = { readonly name: string; readonly jobId: string }

/** Tries a run again that was given up. */
export function RetryRun({
  run,
  title,
  retryAction,
}: {
  run: RetryInput
  title: string
  retryAction: Verb<RetryInput, unknown>
}) {
  const [reply, submit] = useActionState<Reply<unknown> | null>(() => retryAction(run), null)
  return (
    <form action={submit} className="relative flex items-center gap-2 print:hidden">
      <SubmitButton pendingLabel="Asking…" variant="secondary">
        Retry<span className="sr-only">: {title}</span>
      </SubmitButton>
      <ReplyNote reply={reply} done="It is tried again." />
    </form>
  )
}
