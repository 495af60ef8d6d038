"use client"

import { useRouter } from "next/navigation"
import { useState, useTransition } from "react"
import type { LoginChange } from "#components/admin/login-controls.tsx"
import { useUndo } from "#components/shell/undo-toast.tsx"
import { Button } from "#components/ui/button.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { type Role, roleNames } from "#lib/access/roles.ts"
import type { Reply, Verb } from "#lib/verb.ts"

/** Grants a request for access by the role that allows it, with a way back: the role before, and the request waits again. */
export function GrantRequest({
  loginId,
  name,
  role,
  wantedRole,
  changeAction,
}: {
  loginId: string
  name: string
  /** The role of now. */
  role: Role
  wantedRole: Role
  changeAction: Verb<LoginChange, unknown>
}) {
  const [reply, setReply] = useState<Reply<unknown> | null>(null)
  const [isPending, start] = useTransition()
  const router = useRouter()
  const offerUndo = useUndo()
  const seen = { role, isDisabled: false }
  const wanted = { role: wantedRole, isDisabled: false }
  const grant = () =>
    start(async () => {
      const answer = await changeAction({ loginId, seen, wanted })
      setReply(answer.ok ? null : answer)
      if (!answer.ok) return router.refresh()
      offerUndo({
        words: `${name} is ${roleNames[wantedRole]} now.`,
        undo: () => changeAction({ loginId, seen: wanted, wanted: seen }),
      })
    })
  const words = `Make ${roleNames[wantedRole]}`
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <Button disabled={isPending} aria-label={`${words}: ${name}`} onClick={grant}>
        {words}
      </Button>
      <ReplyNote reply={reply} />
    </div>
  )
}
