"use client"

import { useActionState } from "react"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import type { Reply, Verb } from "#lib/verb.ts"

/** Asks for a measurement; the page follows by itself when it is there. */
export function MeasureNow({ measureAction }: { measureAction: Verb<Record<string, never>, unknown> }) {
  const [reply, submit] = useActionState<Reply<unknown> | null>(() => measureAction({}), null)
  return (
    <form action={submit} className="flex flex-wrap items-center gap-3">
      <ReplyNote reply={reply} done="Asked. This page follows by itself." />
      <SubmitButton pendingLabel="Asking…" variant="secondary">
        Measure now
      </SubmitButton>
    </form>
  )
}
