"use client"

import { useActionState } from "react"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import { TextArea } from "#components/ui/text-area.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import { addDays } from "#lib/format/calendar-day.ts"
import type { Reply, Verb } from "#lib/verb.ts"

/** A person's own judgement of an account. `expiresOn` is the last day it holds, `YYYY-MM-DD`. */
export type JudgeHealthInput = {
  readonly accountId: string
  readonly score: number | null
  readonly reason: string
  readonly expiresOn: string
}

type Typed = { readonly score: string; readonly reason: string; readonly expiresOn: string }
type FormState = { readonly reply: Reply<unknown> | null; readonly typed: Typed }

const usualDays = 30

/** "I disagree": a score of one's own, with a reason, for a limited time. What was typed stays when it is refused. */
export function OverrideForm({
  accountId,
  today,
  longestDays,
  judgeAction,
}: {
  accountId: string
  today: string
  /** The longest time a judgement may hold. */
  longestDays: number
  judgeAction: Verb<JudgeHealthInput, unknown>
}) {
  const blank: Typed = { score: "", reason: "", expiresOn: addDays(today, usualDays) }
  const [{ reply, typed }, submit] = useActionState<FormState, FormData>(
    async (_, form) => {
      const now = typedIn(form)
      const score = now.score.trim() === "" ? null : Number(now.score)
      const answer = await judgeAction({ accountId, score, reason: now.reason, expiresOn: now.expiresOn })
      return { reply: answer, typed: answer.ok ? blank : now }
    },
    { reply: null, typed: blank },
  )
  const fields = reply && !reply.ok ? reply.fields : undefined
  return (
    <form action={submit} className="flex flex-col gap-3 print:hidden">
      <div className="flex flex-wrap gap-4">
        <TextField
          label="Your score"
          name="score"
          type="number"
          min={0}
          max={100}
          step={1}
          required
          hint="0 to 100, higher is better"
          defaultValue={typed.score}
          error={fields?.score}
          width="w-40"
        />
        <TextField
          label="Holds until"
          name="expiresOn"
          type="date"
          min={addDays(today, 1)}
          max={addDays(today, longestDays)}
          required
          hint={`At most ${longestDays} days`}
          defaultValue={typed.expiresOn}
          error={fields?.expiresOn}
          width="w-40"
        />
      </div>
      <TextArea
        label="Reason"
        name="reason"
        required
        hint="What you know that the measures do not, in at least 10 letters"
        defaultValue={typed.reason}
        error={fields?.reason}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingLabel="Saving your score…" variant="secondary">
          Set my score
        </SubmitButton>
        <ReplyNote reply={reply} done="Your score counts from now on." />
      </div>
    </form>
  )
}

function typedIn(form: FormData): Typed {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === "string" ? value : ""
  }
  return { score: text("score"), reason: text("reason"), expiresOn: text("expiresOn") }
}
