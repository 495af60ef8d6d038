"use client"

import { createContext, useContext, useState, useTransition } from "react"
import { Button } from "#components/ui/button.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import type { Permission } from "#lib/access/policy.ts"
import type { Reply, Verb } from "#lib/verb.ts"

/** Answers in words what became of the request. */
export type AskAccess = Verb<{ permission: Permission }, string>

const AskAction = createContext<AskAccess | null>(null)

/** Every page of the desk may have to say “not allowed”: the way to ask is handed in once, by its frame. */
export function AccessDoor({ askAction, children }: { askAction: AskAccess; children: React.ReactNode }) {
  return <AskAction value={askAction}>{children}</AskAction>
}

/** Asks for a permission that the reader's role lacks; nothing where no frame handed in the way. */
export function AskAccessButton({ permission }: { permission: Permission }) {
  const ask = useContext(AskAction)
  const [reply, setReply] = useState<Reply<string> | null>(null)
  const [isAsking, start] = useTransition()
  if (!ask) return null
  return (
    <div className="flex flex-wrap items-center gap-3 print:hidden">
      <Button
        disabled={isAsking || reply?.ok === true}
        onClick={() => start(async () => setReply(await ask({ permission })))}
      >
        Ask for access
      </Button>
      <ReplyNote reply={reply} {...(reply?.ok ? { done: reply.value } : {})} />
    </div>
  )
}
