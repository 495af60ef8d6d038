"use client"

import { useActionState } from "react"
import { textIn } from "#components/data/text-in.ts"
import { useUndo } from "#components/shell/undo-toast.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SelectField } from "#components/ui/select-field.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import type { PersonChange, PersonFields } from "#lib/people/staff.ts"
import type { Reply, Verb } from "#lib/verb.ts"

type Choice = { readonly id: string; readonly name: string }
type FormState = { readonly reply: Reply<unknown> | null; readonly typed: PersonFields }

const choices = (all: readonly Choice[]) => [
  { value: "", label: "none" },
  ...all.map(({ id, name }) => ({ value: id, label: name })),
]

/** Position, team, manager and share of a full week of one person. */
export function PersonForm({
  personId,
  name,
  stored,
  teams,
  managers,
  positions,
  saveAction,
}: {
  personId: string
  name: string
  stored: PersonFields
  teams: readonly Choice[]
  managers: readonly Choice[]
  /** Positions in use, offered while typing. */
  positions: readonly string[]
  saveAction: Verb<PersonChange, unknown>
}) {
  const offerUndo = useUndo()
  const [{ reply, typed }, submit] = useActionState<FormState, FormData>(
    async (_, form) => {
      const wanted: PersonFields = {
        position: textIn(form, "position"),
        teamId: textIn(form, "teamId") || null,
        managerId: textIn(form, "managerId") || null,
        fte: Number(textIn(form, "fte") || Number.NaN),
      }
      const answer = await saveAction({ personId, seen: stored, wanted })
      if (answer.ok)
        offerUndo({
          words: `${name} is changed.`,
          undo: () => saveAction({ personId, seen: wanted, wanted: stored }),
        })
      return { reply: answer.ok ? null : answer, typed: wanted }
    },
    { reply: null, typed: stored },
  )
  const fields = reply && !reply.ok ? reply.fields : undefined
  return (
    <form action={submit} className="flex flex-col gap-3 print:hidden">
      <div className="flex flex-wrap items-end gap-4">
        <TextField
          label="Position"
          name="position"
          list="positions"
          required
          maxLength={120}
          defaultValue={typed.position}
          error={fields?.["wanted.position"]}
          width="w-80"
        />
        <datalist id="positions">
          {positions.map((position) => (
            <option key={position} value={position} />
          ))}
        </datalist>
        <SelectField
          label="Team"
          name="teamId"
          options={choices(teams)}
          defaultValue={typed.teamId ?? ""}
          error={fields?.["wanted.teamId"]}
        />
        <SelectField
          label="Manager"
          name="managerId"
          options={choices(managers)}
          defaultValue={typed.managerId ?? ""}
          error={fields?.["wanted.managerId"]}
        />
        <TextField
          label="FTE (1 is full time)"
          name="fte"
          type="number"
          min={0}
          max={1.5}
          step={0.05}
          required
          defaultValue={Number.isFinite(typed.fte) ? typed.fte : ""}
          error={fields?.["wanted.fte"]}
          width="w-40"
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingLabel="Saving…">Save {name}</SubmitButton>
        <ReplyNote reply={reply} />
      </div>
    </form>
  )
}
