"use client"

import { useActionState } from "react"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import type { Reply, Verb } from "#lib/verb.ts"

/** Asks for one more run of a job; one that waits already is not asked for twice. */
export function RunNow({
  name,
  title,
  runAction,
}: {
  name: string
  title: string
  runAction: Verb<{ name: string }, { asked: boolean }>
}) {
  const [reply, submit] = useActionState<Reply<{ asked: boolean }> | null>(() => runAction({ name }), null)
  return (
    <form action={submit} className="relative flex items-center gap-2 print:hidden">
      <SubmitButton pendingLabel="Asking…" variant="quiet">
        Run now<span className="sr-only">: {title}</span>
      </SubmitButton>
      <ReplyNote reply={reply} done={reply?.ok && !reply.value.asked ? "Waits already." : "Asked."} />
    </form>
  )
}
