"use client"

import { useRouter } from "next/navigation"
import { useActionState } from "react"
import { textIn } from "#components/data/text-in.ts"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SelectField } from "#components/ui/select-field.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import { TextArea } from "#components/ui/text-area.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import { qualityDimensions } from "#lib/quality/dimensions.ts"
import type { StandardDraft } from "#lib/quality/schema.ts"
import type { Reply, Verb } from "#lib/verb.ts"

type Typed = {
  readonly asked: string
  readonly percent: string
  readonly withinDays: string
  readonly ownerId: string
  readonly reason: string
}
type FormState = { readonly reply: Reply<unknown> | null; readonly typed: Typed }

/** What can be asked: a field in one respect, as one choice. The value is `dimension field`. */
export type AskChoice = { readonly value: string; readonly label: string }

/** Sets a standard. With `fixed` an existing one is changed; without, the field is chosen and the new page opened. */
export function StandardForm({
  choices,
  fixed,
  stored,
  people,
  saveAction,
}: {
  choices: readonly AskChoice[]
  fixed?: Pick<StandardDraft, "field" | "dimension">
  stored?: { atLeast: number; withinDays: number | null; ownerId: string | null; reason: string }
  people: readonly { readonly id: string; readonly name: string }[]
  saveAction: Verb<StandardDraft, { id: string }>
}) {
  const router = useRouter()
  const blank: Typed = {
    asked: choices[0]?.value ?? "",
    percent: String(Math.round((stored?.atLeast ?? 0.95) * 1000) / 10),
    withinDays: stored?.withinDays ? String(stored.withinDays) : "",
    ownerId: stored?.ownerId ?? "",
    reason: stored?.reason ?? "",
  }
  const [{ reply, typed }, submit] = useActionState<FormState, FormData>(
    async (_, form) => {
      const now = typedIn(form, fixed ? blank.asked : textIn(form, "asked"))
      const answer = await saveAction({ ...(fixed ?? partsOf(now.asked)), ...draftOf(now) })
      if (answer.ok && !fixed) router.push(`/data/standards/${answer.value.id}`)
      return { reply: answer, typed: now }
    },
    { reply: null, typed: blank },
  )
  const fields = reply && !reply.ok ? reply.fields : undefined
  const needsDays = fixed ? fixed.dimension === "freshness" : true
  return (
    <form action={submit} className="flex max-w-[75ch] flex-col gap-3 print:hidden">
      {!fixed && (
        <SelectField label="Field and respect" name="asked" options={choices} defaultValue={typed.asked} />
      )}
      <div className="flex flex-wrap items-end gap-4">
        <TextField
          label="Share that must meet it"
          name="percent"
          type="number"
          min={1}
          max={100}
          step={0.1}
          required
          hint="1 to 100 % of rows"
          defaultValue={typed.percent}
          error={fields?.atLeast}
          width="w-40"
        />
        {needsDays && (
          <TextField
            label="Oldest age in days"
            name="withinDays"
            type="number"
            min={1}
            max={400}
            step={1}
            hint="For “fresh” alone"
            defaultValue={typed.withinDays}
            error={fields?.withinDays}
            width="w-40"
          />
        )}
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
      <TextArea
        label="Reason"
        name="reason"
        required
        rows={2}
        hint="What goes wrong when it is not met, in at least 10 letters"
        defaultValue={typed.reason}
        error={fields?.reason}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingLabel="Saving…">{fixed ? "Save standard" : "Set standard"}</SubmitButton>
        <ReplyNote reply={reply} done="Saved. It counts from the next measurement on." />
      </div>
    </form>
  )
}

const typedIn = (form: FormData, asked: string): Typed => ({
  asked,
  percent: textIn(form, "percent"),
  withinDays: textIn(form, "withinDays"),
  ownerId: textIn(form, "ownerId"),
  reason: textIn(form, "reason"),
})

function draftOf({
  percent,
  withinDays,
  ownerId,
  reason,
}: Typed): Omit<StandardDraft, "field" | "dimension"> {
  return {
    atLeast: Math.round(Number(percent) * 10) / 1000,
    withinDays: withinDays.trim() === "" ? null : Number(withinDays),
    ownerId: ownerId || null,
    reason,
  }
}

function partsOf(asked: string): Pick<StandardDraft, "field" | "dimension"> {
  const [word = "", ...field] = asked.split(" ")
  const dimension = qualityDimensions.find((one) => one === word) ?? "completeness"
  return { dimension, field: field.join(" ") }
}
