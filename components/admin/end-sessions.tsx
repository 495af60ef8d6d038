"use client"

import { useActionState } from "react"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import type { Reply, Verb } from "#lib/verb.ts"

export type EndSessionsInput = { readonly sessionIds: string[] }

/** Ends open sessions at once; whoever used them signs in again. */
export function EndSessions({
  sessionIds,
  of,
  children,
  endAction,
}: {
  sessionIds: readonly string[]
  /** Whose they are, for those who hear the button without its row. */
  of: string
  children: string
  endAction: Verb<EndSessionsInput, unknown>
}) {
  const [reply, submit] = useActionState<Reply<unknown> | null>(
    () => endAction({ sessionIds: [...sessionIds] }),
    null,
  )
  return (
    <form action={submit} className="relative flex items-center gap-2 print:hidden">
      <SubmitButton pendingLabel="Ending…" variant="secondary">
        {children}
        <span className="sr-only">: {of}</span>
      </SubmitButton>
      <ReplyNote reply={reply} done="Ended." />
    </form>
  )
}
