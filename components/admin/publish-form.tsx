"use client"

import { useRouter } from "next/navigation"
import { useActionState } from "react"
import { textIn } from "#components/data/text-in.ts"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import { TextArea } from "#components/ui/text-area.tsx"
import type { Reply, Verb } from "#lib/verb.ts"

export type PublishInput = { readonly draftId: string; readonly proof: string; readonly reason: string }
type FormState = { readonly reply: Reply<unknown> | null; readonly reason: string }

/** Publishes the draft that was previewed above, with the reason for it. */
export function PublishForm({
  draftId,
  proof,
  version,
  publishAction,
}: {
  draftId: string
  proof: string
  version: number
  publishAction: Verb<PublishInput, { version: number }>
}) {
  const router = useRouter()
  const [{ reply, reason }, submit] = useActionState<FormState, FormData>(
    async (_, form) => {
      const typed = textIn(form, "reason")
      const answer = await publishAction({ draftId, proof, reason: typed })
      if (answer.ok) router.replace("/admin/health-model")
      return { reply: answer, reason: typed }
    },
    { reply: null, reason: "" },
  )
  const fields = reply && !reply.ok ? reply.fields : undefined
  return (
    <form action={submit} className="mt-4 flex max-w-[75ch] flex-col gap-3 print:hidden">
      <TextArea
        label="Reason"
        name="reason"
        required
        rows={2}
        hint="What the new version does better, in at least 10 letters"
        defaultValue={reason}
        error={fields?.reason}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingLabel="Publishing…" variant="secondary">
          Publish version {version}
        </SubmitButton>
        <ReplyNote reply={reply} done={`Version ${version} is published.`} />
      </div>
    </form>
  )
}
