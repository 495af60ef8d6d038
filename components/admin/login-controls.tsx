"use client"

import { useRouter } from "next/navigation"
import { useState, useTransition } from "react"
import { useSay, useUndo } from "#components/shell/undo-toast.tsx"
import { Button } from "#components/ui/button.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SelectField } from "#components/ui/select-field.tsx"
import { type Role, roleNames, roles } from "#lib/access/roles.ts"
import type { Reply, Verb } from "#lib/verb.ts"

type State = { readonly role: Role; readonly isDisabled: boolean }
export type LoginChange = { readonly loginId: string; readonly seen: State; readonly wanted: State }

const options = roles.map((role) => ({ value: role, label: roleNames[role] }))

/** The role of a login and whether it is let in: changed at once, with a way back. */
export function LoginControls({
  loginId,
  name,
  state,
  changeAction,
}: {
  loginId: string
  name: string
  state: State
  changeAction: Verb<LoginChange, unknown>
}) {
  const [chosen, setChosen] = useState(state.role)
  const [reply, setReply] = useState<Reply<unknown> | null>(null)
  const [isPending, startTransition] = useTransition()
  const router = useRouter()
  const offerUndo = useUndo()
  const say = useSay()
  const change = (wanted: State, words: string) =>
    startTransition(async () => {
      const answer = await changeAction({ loginId, seen: state, wanted })
      setReply(answer.ok ? null : answer)
      if (!answer.ok && answer.code === "changed_meanwhile") {
        // The row comes anew with what somebody else chose: what was wanted is said beside it, to be chosen again.
        const access = wanted.isDisabled ? "shut out" : "let in"
        say(`Somebody changed ${name} meanwhile. Not saved: ${roleNames[wanted.role]}, ${access}.`)
        router.refresh()
      }
      if (!answer.ok) return setChosen(state.role)
      offerUndo({ words, undo: () => changeAction({ loginId, seen: wanted, wanted: state }) })
    })
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <SelectField
        label={`Role of ${name}`}
        name="role"
        isLabelHidden
        options={options}
        value={chosen}
        onChange={(event) => setChosen(roles.find((role) => role === event.target.value) ?? state.role)}
      />
      {chosen !== state.role && (
        <Button
          disabled={isPending}
          onClick={() => change({ ...state, role: chosen }, `${name} is ${roleNames[chosen]} now.`)}
        >
          Change role
        </Button>
      )}
      <Button
        variant="quiet"
        disabled={isPending}
        aria-label={`${state.isDisabled ? "Let in again" : "Shut out"}: ${name}`}
        onClick={() =>
          change(
            { ...state, isDisabled: !state.isDisabled },
            state.isDisabled ? `${name} is let in again.` : `${name} is shut out, all sessions here ended.`,
          )
        }
      >
        {state.isDisabled ? "Let in again" : "Shut out"}
      </Button>
      <ReplyNote reply={reply} />
    </div>
  )
}
