"use client"

import { useState, useTransition } from "react"
import { useUndo } from "#components/shell/undo-toast.tsx"
import { Button } from "#components/ui/button.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import type { AccessAnswered } from "#lib/access/access-request.ts"
import type { Reply, Verb } from "#lib/verb.ts"

/** Declines a request for access, with a way back. */
export function DeclineRequest({
  requestId,
  name,
  answerAction,
}: {
  requestId: string
  name: string
  answerAction: Verb<AccessAnswered, unknown>
}) {
  const [reply, setReply] = useState<Reply<unknown> | null>(null)
  const [isPending, start] = useTransition()
  const offerUndo = useUndo()
  const decline = () =>
    start(async () => {
      const answer = await answerAction({ requestId, isDeclined: true })
      setReply(answer.ok ? null : answer)
      if (answer.ok)
        offerUndo({
          words: `The request of ${name} is declined.`,
          undo: () => answerAction({ requestId, isDeclined: false }),
        })
    })
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <Button variant="quiet" disabled={isPending} aria-label={`Decline: ${name}`} onClick={decline}>
        Decline
      </Button>
      <ReplyNote reply={reply} />
    </div>
  )
}
