"use client"

import { useEffect, useRef, useState } from "react"
import { OwnerList, type OwnerOption } from "#components/accounts/owner-list.tsx"
import type { GridSelection } from "#components/grid/grid-model.ts"
import { useSay, useUndo } from "#components/shell/undo-toast.tsx"
import { Button } from "#components/ui/button.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import type {
  AssignOwnerInput,
  OwnersAssigned,
  OwnersUndone,
  UndoOwnersInput,
} from "#lib/accounts/assign-owner.ts"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { Reply, Verb } from "#lib/verb.ts"

export type OwnersAsked =
  | { readonly kind: "people" }
  | (AssignOwnerInput & { readonly kind: "assign" })
  | (UndoOwnersInput & { readonly kind: "undo" })

export type OwnersTold =
  | { readonly kind: "people"; readonly people: readonly OwnerOption[] }
  | (OwnersAssigned & { readonly kind: "assigned" })
  | (OwnersUndone & { readonly kind: "undone" })

/** What the dialog asks of the server, and the list whose matching accounts are meant by "all". */
export type OwnerVerbs = {
  readonly most: number
  readonly query: AccountsQuery
  readonly changeAction: Verb<OwnersAsked, OwnersTold>
}

const nobody: OwnerOption = { id: null, name: "Nobody", accounts: 0 }

/** Whom to give the selected accounts to: a name typed, Enter, and a way back for ten seconds. */
export function OwnerDialog({
  verbs,
  selection,
  onClose,
}: {
  verbs: OwnerVerbs
  selection: GridSelection
  onClose: (isDone: boolean) => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [owners, setOwners] = useState<Reply<readonly OwnerOption[]> | null>(null)
  const [reply, setReply] = useState<Reply<unknown> | null>(null)
  const [isBusy, setBusy] = useState(false)
  const offerUndo = useUndo()
  const say = useSay()
  const { changeAction } = verbs
  useEffect(() => {
    dialog.current?.showModal()
    let isOpen = true
    const told = (answer: Reply<OwnersTold>) => {
      if (isOpen) setOwners(answer.ok ? { ok: true, value: peopleIn(answer.value) } : answer)
    }
    changeAction({ kind: "people" }).then(told, () => told(noAnswer))
    return () => {
      isOpen = false
    }
  }, [changeAction])

  const assign = async ({ id, name }: OwnerOption) => {
    if (isBusy) return
    setBusy(true)
    const chosen =
      selection.ids === "all_matching" ? { query: verbs.query } : { accountIds: [...selection.ids] }
    const answer = await verbs
      .changeAction({ kind: "assign", chosen, ownerId: id, expected: selection.count })
      .catch(() => noAnswer)
    setBusy(false)
    if (!answer.ok || answer.value.kind !== "assigned") return setReply(answer)
    dialog.current?.close()
    onClose(true)
    const { changed, eventId } = answer.value
    const words =
      id === null
        ? `${formatCount(changed, "account")} without an owner now.`
        : `${formatCount(changed, "account")} assigned to ${name}.`
    if (eventId) offerUndo({ words, undo: () => undone(changeAction({ kind: "undo", eventId })) })
    else say("Nothing was changed: it is so already.")
  }

  const title = `Assign ${formatCount(selection.count, "account")}`
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      closedby="any"
      onClose={() => onClose(false)}
      className="mx-auto mt-[10vh] mb-auto w-96 max-w-[calc(100vw-2rem)] flex-col gap-3 rounded-panel bg-surface p-4 text-ink shadow-overlay backdrop:bg-[color-mix(in_srgb,black_40%,transparent)] open:flex print:hidden"
    >
      <h2 className="text-16 font-semibold">{title}</h2>
      {owners === null ? (
        <p role="status" className="text-13 text-muted">
          Loading owners…
        </p>
      ) : owners.ok ? (
        <OwnerList owners={owners.value} isBusy={isBusy} onChoose={(owner) => void assign(owner)} />
      ) : (
        <ReplyNote reply={owners} />
      )}
      <ReplyNote reply={reply} />
      <div className="flex justify-end">
        <Button variant="quiet" onClick={() => dialog.current?.close()}>
          Cancel
        </Button>
      </div>
    </dialog>
  )
}

const noAnswer: Reply<never> = {
  ok: false,
  code: "failed",
  message: "The server did not answer. Look at the list before you repeat it.",
}

const peopleIn = (told: OwnersTold): OwnerOption[] => (told.kind === "people" ? [...told.people, nobody] : [])

/** Accounts that somebody else changed since stay as they are: that is told, not passed over. */
async function undone(asked: Promise<Reply<OwnersTold>>): Promise<Reply<unknown>> {
  const reply = await asked
  if (!reply.ok || reply.value.kind !== "undone" || reply.value.leftAlone === 0) return reply
  return { ok: false, code: "changed_since", message: reply.value.words }
}
