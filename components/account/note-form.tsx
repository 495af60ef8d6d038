"use client"

import { useActionState, useEffect, useRef, useState } from "react"
import { textIn } from "#components/data/text-in.ts"
import { useUndo } from "#components/shell/undo-toast.tsx"
import { useKey } from "#components/shell/use-key.ts"
import { Button } from "#components/ui/button.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SubmitButton } from "#components/ui/submit-button.tsx"
import { TextArea } from "#components/ui/text-area.tsx"
import type { NoteInput, SavedNote } from "#lib/notes/schema.ts"
import type { Reply, Verb } from "#lib/verb.ts"

export type ChangeNote = Verb<NoteInput, SavedNote>
type FormState = { readonly reply: Reply<SavedNote> | null; readonly typed: string }

/** Writes a note: `N` opens it. What was typed stays when it is refused; what was saved can be taken back. */
export function NoteForm({
  accountId,
  changeNoteAction,
}: {
  accountId: string
  changeNoteAction: ChangeNote
}) {
  const [isOpen, setOpen] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const offerUndo = useUndo()
  useKey("N", "Write a note", () => {
    if (isOpen) form.current?.querySelector("textarea")?.focus()
    else setOpen(true)
  })
  useEffect(() => {
    if (isOpen) form.current?.querySelector("textarea")?.focus()
    else if (wasOpen.current) opener.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  const [{ reply, typed }, submit] = useActionState<FormState, FormData>(
    async (_, fields) => {
      const text = textIn(fields, "text")
      const answer = await changeNoteAction({ kind: "write", accountId, text })
      if (!answer.ok) return { reply: answer, typed: text }
      const { noteId, version } = answer.value
      offerUndo({
        words: "Note saved.",
        undo: () => changeNoteAction({ kind: "remove", noteId, version }),
      })
      setOpen(false)
      return { reply: null, typed: "" }
    },
    { reply: null, typed: "" },
  )
  if (!isOpen)
    return (
      <div className="print:hidden">
        <Button ref={opener} onClick={() => setOpen(true)} aria-keyshortcuts="N">
          Write a note
        </Button>
      </div>
    )
  const error = reply && !reply.ok ? reply.fields?.text : undefined
  return (
    <form ref={form} action={submit} className="flex max-w-[75ch] flex-col gap-3 print:hidden">
      <TextArea label="Note" name="text" required maxLength={4000} defaultValue={typed} error={error} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingLabel="Saving the note…" variant="secondary">
          Save note
        </SubmitButton>
        <Button variant="quiet" onClick={() => setOpen(false)}>
          Close
        </Button>
        <ReplyNote reply={reply} />
      </div>
    </form>
  )
}
