"use client"

import { useRouter } from "next/navigation"
import { useState, useTransition } from "react"
import { PersonFieldset } from "#components/admin/person-fieldset.tsx"
import { type Choice, comparedPerson, personIn } from "#components/admin/person-form-values.ts"
import { useUndo } from "#components/shell/undo-toast.tsx"
import { Button } from "#components/ui/button.tsx"
import { type ChangedBy, ConflictState } from "#components/ui/conflict-state.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import { differingLines } from "#lib/conflicts/differing-lines.ts"
import type { PersonChange, PersonFields } from "#lib/people/staff.ts"
import type { Reply, Verb } from "#lib/verb.ts"

/** Position, team, manager and share of a full week of one person. */
export function PersonForm({
  personId,
  name,
  stored,
  changedBy,
  teams,
  managers,
  positions,
  saveAction,
}: {
  personId: string
  name: string
  stored: PersonFields
  /** Who changed the person last. */
  changedBy: ChangedBy
  teams: readonly Choice[]
  managers: readonly Choice[]
  /** Positions in use, offered while typing. */
  positions: readonly string[]
  saveAction: Verb<PersonChange, unknown>
}) {
  const router = useRouter()
  const offerUndo = useUndo()
  const [seen, setSeen] = useState(stored)
  const [typed, setTyped] = useState(stored)
  /** What was refused, because somebody else was quicker. */
  const [refused, setRefused] = useState<PersonFields | null>(null)
  const [reply, setReply] = useState<Reply<unknown> | null>(null)
  /** Counts what was taken back, so that the fields show it. */
  const [round, setRound] = useState(0)
  const [isSaving, start] = useTransition()
  const begin = (fields: PersonFields) => {
    setSeen(fields)
    setTyped(fields)
    setRefused(null)
    setReply(null)
  }
  const save = async (wanted: PersonFields, before: PersonFields) => {
    // A form that was sent goes back to its defaults: what was typed is one.
    setTyped(wanted)
    const answer = await saveAction({ personId, seen: before, wanted })
    setReply(answer)
    if (!answer.ok && answer.code === "changed_meanwhile") {
      setRefused(wanted)
      // What somebody else saved comes with the page; then both are shown.
      router.refresh()
    }
    if (!answer.ok) return
    begin(wanted)
    offerUndo({
      words: `${name} is changed.`,
      undo: async () => {
        const back = await saveAction({ personId, seen: wanted, wanted: before })
        if (back.ok) {
          begin(before)
          setRound((count) => count + 1)
        }
        return back
      },
    })
  }
  const isOther = (other: PersonFields) => JSON.stringify(stored) !== JSON.stringify(other)
  if (refused && isOther(seen) && isOther(refused))
    return (
      <ConflictState
        field={name}
        {...differingLines(comparedPerson(refused, stored, { teams, managers }))}
        changedBy={changedBy}
        keepMine={
          <Button disabled={isSaving} onClick={() => start(() => save(refused, stored))}>
            Keep mine
          </Button>
        }
        takeTheirs={
          <Button disabled={isSaving} onClick={() => begin(stored)}>
            Take theirs
          </Button>
        }
      >
        {reply && !reply.ok && reply.code !== "changed_meanwhile" && <ReplyNote reply={reply} />}
      </ConflictState>
    )
  const fields = reply && !reply.ok ? reply.fields : undefined
  return (
    <form
      key={round}
      action={(form) => save(personIn(form), refused ? stored : seen)}
      className="flex flex-col gap-3 print:hidden"
    >
      <PersonFieldset typed={typed} fields={fields} teams={teams} managers={managers} positions={positions} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingLabel="Saving…">Save {name}</SubmitButton>
        <ReplyNote reply={reply} />
      </div>
    </form>
  )
}
