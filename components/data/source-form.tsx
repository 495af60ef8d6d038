"use client"

import { useRouter } from "next/navigation"
import { useState, useTransition } from "react"
import { OwnerField } from "#components/data/owner-field.tsx"
import { comparedTerms, type TypedTerms, termsOf, typedTerms } from "#components/data/source-form-values.ts"
import { textIn } from "#components/data/text-in.ts"
import { Button } from "#components/ui/button.tsx"
import { type ChangedBy, ConflictState } from "#components/ui/conflict-state.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SelectField } from "#components/ui/select-field.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import { differingLines } from "#lib/conflicts/differing-lines.ts"
import type { SourceTerms } from "#lib/quality/schema.ts"
import type { Reply, Verb } from "#lib/verb.ts"

type Terms = Pick<SourceTerms, "promiseHours" | "ownerId">

/** Who answers for a source, and how old its newest complete day may be. Without an amount its rhythm is guessed. */
export function SourceForm({
  source,
  promiseHours,
  ownerId,
  changedBy,
  people,
  saveAction,
}: {
  source: string
  promiseHours: number | null
  ownerId: string | null
  /** Who set the terms last. */
  changedBy: ChangedBy
  people: readonly { readonly id: string; readonly name: string }[]
  saveAction: Verb<SourceTerms, unknown>
}) {
  const router = useRouter()
  const stored: Terms = { promiseHours, ownerId }
  const [seen, setSeen] = useState(stored)
  const [typed, setTyped] = useState<TypedTerms>(typedTerms(stored))
  const [refused, setRefused] = useState<Terms | null>(null)
  const [reply, setReply] = useState<Reply<unknown> | null>(null)
  const [isSaving, start] = useTransition()
  const isOther = (other: Terms) =>
    stored.promiseHours !== other.promiseHours || stored.ownerId !== other.ownerId
  const save = async (wanted: Terms, before: Terms) => {
    const answer = await saveAction({ source, ...wanted, seen: before })
    setReply(answer)
    const isLate = !answer.ok && answer.code === "changed_meanwhile"
    setRefused(isLate ? wanted : null)
    if (answer.ok) {
      setSeen(wanted)
      setTyped(typedTerms(wanted))
    }
    // What somebody else saved comes with the page; then both are shown.
    if (isLate) router.refresh()
  }
  const takeTheirs = () => {
    setSeen(stored)
    setTyped(typedTerms(stored))
    setRefused(null)
    setReply(null)
  }
  if (refused && isOther(seen) && isOther(refused))
    return (
      <ConflictState
        field="these terms"
        {...differingLines(comparedTerms(refused, stored, people))}
        changedBy={changedBy}
        keepMine={
          <Button disabled={isSaving} onClick={() => start(() => save(refused, stored))}>
            Keep mine
          </Button>
        }
        takeTheirs={
          <Button disabled={isSaving} onClick={takeTheirs}>
            Take theirs
          </Button>
        }
      />
    )
  const fields = reply && !reply.ok ? reply.fields : undefined
  return (
    <form
      action={(form) => {
        const now = {
          amount: textIn(form, "amount"),
          unit: textIn(form, "unit"),
          ownerId: textIn(form, "ownerId"),
        }
        // A form that was sent goes back to its defaults: what was typed is one.
        setTyped(now)
        return save(termsOf(now), refused ? stored : seen)
      }}
      className="flex flex-col gap-3 print:hidden"
    >
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
        <OwnerField ownerId={typed.ownerId} people={people} error={fields?.ownerId} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingLabel="Saving…">Save promise and owner</SubmitButton>
        <ReplyNote reply={reply} done="Saved." />
      </div>
    </form>
  )
}
