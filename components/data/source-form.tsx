"use client"

import { useActionState } from "react"
import { textIn } from "#components/data/text-in.ts"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SelectField } from "#components/ui/select-field.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import type { SourceTerms } from "#lib/quality/schema.ts"
import type { Reply, Verb } from "#lib/verb.ts"

type Typed = { readonly amount: string; readonly unit: string; readonly ownerId: string }
type FormState = { readonly reply: Reply<unknown> | null; readonly typed: Typed }

const hoursIn: Readonly<Record<string, number>> = { hours: 1, days: 24 }

/** Who answers for a source, and how old its newest complete day may be. Without an amount its rhythm is guessed. */
export function SourceForm({
  source,
  promiseHours,
  ownerId,
  people,
  saveAction,
}: {
  source: string
  promiseHours: number | null
  ownerId: string | null
  people: readonly { readonly id: string; readonly name: string }[]
  saveAction: Verb<SourceTerms, unknown>
}) {
  const inDays = promiseHours !== null && promiseHours % 24 === 0
  const stored: Typed = {
    amount: promiseHours === null ? "" : String(inDays ? promiseHours / 24 : promiseHours),
    unit: promiseHours !== null && !inDays ? "hours" : "days",
    ownerId: ownerId ?? "",
  }
  const [{ reply, typed }, submit] = useActionState<FormState, FormData>(
    async (_, form) => {
      const now = {
        amount: textIn(form, "amount"),
        unit: textIn(form, "unit"),
        ownerId: textIn(form, "ownerId"),
      }
      const hours = now.amount.trim() === "" ? null : Number(now.amount) * (hoursIn[now.unit] ?? 24)
      const answer = await saveAction({ source, promiseHours: hours, ownerId: now.ownerId || null })
      return { reply: answer, typed: now }
    },
    { reply: null, typed: stored },
  )
  const fields = reply && !reply.ok ? reply.fields : undefined
  return (
    <form action={submit} className="flex flex-col gap-3 print:hidden">
      <div className="flex flex-wrap items-end gap-4">
        <TextField
          label="Promise: complete within"
          name="amount"
          type="number"
          min={1}
          step={1}
          hint="Empty: guessed from its rhythm"
          defaultValue={typed.amount}
          error={fields?.promiseHours}
          width="w-40"
        />
        <SelectField
          label="Unit"
          name="unit"
          defaultValue={typed.unit}
          options={[
            { value: "days", label: "days" },
            { value: "hours", label: "hours" },
          ]}
        />
        <SelectField
          label="Owner"
          name="ownerId"
          defaultValue={typed.ownerId}
          options={[
            { value: "", label: "unassigned" },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={fields?.ownerId}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingLabel="Saving…">Save promise and owner</SubmitButton>
        <ReplyNote reply={reply} done="Saved." />
      </div>
    </form>
  )
}
