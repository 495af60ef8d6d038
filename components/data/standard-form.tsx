"use client"

import { useRouter } from "next/navigation"
import { useState, useTransition } from "react"
import { StandardFieldset } from "#components/data/standard-fieldset.tsx"
import {
  type AskChoice,
  askedOf,
  comparedStandards,
  type StandardTerms,
  standardIn,
  standardTerms,
  typedStandard,
} from "#components/data/standard-form-values.ts"
import { Button } from "#components/ui/button.tsx"
import { type ChangedBy, ConflictState } from "#components/ui/conflict-state.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import { differingLines } from "#lib/conflicts/differing-lines.ts"
import type { StandardDraft } from "#lib/quality/schema.ts"
import type { Reply, Verb } from "#lib/verb.ts"

/** Sets a standard. With `fixed` an existing one is changed; without, the field is chosen and the new page opened. */
export function StandardForm({
  choices,
  fixed,
  stored,
  changedBy = null,
  people,
  saveAction,
}: {
  choices: readonly AskChoice[]
  fixed?: Pick<StandardDraft, "field" | "dimension">
  stored?: StandardTerms
  /** Who set it last. */
  changedBy?: ChangedBy
  people: readonly { readonly id: string; readonly name: string }[]
  saveAction: Verb<StandardDraft, { id: string }>
}) {
  const router = useRouter()
  const asked = fixed ? `${fixed.dimension} ${fixed.field}` : (choices[0]?.value ?? "")
  const [seen, setSeen] = useState(stored && termsOf(stored))
  const [typed, setTyped] = useState(typedStandard(asked, stored))
  const [refused, setRefused] = useState<StandardTerms | null>(null)
  const [reply, setReply] = useState<Reply<unknown> | null>(null)
  const [isSaving, start] = useTransition()
  const isOther = (other: StandardTerms | undefined) =>
    JSON.stringify(stored && termsOf(stored)) !== JSON.stringify(other)
  const save = async (of: string, wanted: StandardTerms, before: StandardTerms | undefined) => {
    const answer = await saveAction({ ...askedOf(of), ...wanted, seen: before ?? null })
    setReply(answer)
    const isLate = !answer.ok && answer.code === "changed_meanwhile"
    setRefused(isLate ? wanted : null)
    // What somebody else saved comes with the page; then both are shown.
    if (isLate) router.refresh()
    if (!answer.ok) return
    if (!fixed) return router.push(`/data/standards/${answer.value.id}`)
    setSeen(wanted)
    setTyped(typedStandard(of, wanted))
  }
  const takeTheirs = () => {
    setSeen(stored && termsOf(stored))
    setTyped(typedStandard(asked, stored))
    setRefused(null)
    setReply(null)
  }
  if (refused && stored && isOther(seen) && isOther(refused))
    return (
      <ConflictState
        field="this standard"
        {...differingLines(comparedStandards(refused, stored, people))}
        changedBy={changedBy}
        keepMine={
          <Button disabled={isSaving} onClick={() => start(() => save(asked, refused, termsOf(stored)))}>
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
  return (
    <form
      action={(form) => {
        const now = standardIn(form, fixed ? asked : null)
        // A form that was sent goes back to its defaults: what was typed is one.
        setTyped(now)
        return save(now.asked, standardTerms(now), refused && stored ? termsOf(stored) : seen)
      }}
      className="flex max-w-[75ch] flex-col gap-3 print:hidden"
    >
      <StandardFieldset
        choices={fixed ? null : choices}
        needsDays={!fixed || fixed.dimension === "freshness"}
        typed={typed}
        fields={reply && !reply.ok ? reply.fields : undefined}
        people={people}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingLabel="Saving…">{fixed ? "Save standard" : "Set standard"}</SubmitButton>
        <ReplyNote reply={reply} done="Saved. It counts from the next measurement on." />
      </div>
    </form>
  )
}

/** The terms alone, in one order: what is stored comes with much else. */
const termsOf = ({ atLeast, withinDays, ownerId, reason }: StandardTerms): StandardTerms => ({
  atLeast,
  withinDays,
  ownerId,
  reason,
})
