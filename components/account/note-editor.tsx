"use client"

import { useRouter } from "next/navigation"
import { useState, useTransition } from "react"
import type { ChangeNote } from "#components/account/note-form.tsx"
import { useUndo } from "#components/shell/undo-toast.tsx"
import { Button } from "#components/ui/button.tsx"
import { ConflictState } from "#components/ui/conflict-state.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { TextArea } from "#components/ui/text-area.tsx"
import type { NoteEntry } from "#lib/timeline/schema.ts"
import type { Reply } from "#lib/verb.ts"

/** While `newest` is not what was `seen`, somebody changed it meanwhile: both stand here, and the reader chooses. */
export function NoteEditor({
  seen,
  newest,
  editedWhen,
  changeNoteAction,
  close,
}: {
  /** The note as it was when the reader began to edit it. */
  seen: NoteEntry
  newest: NoteEntry
  /** When `newest` was edited, in words. */
  editedWhen: string | null
  changeNoteAction: ChangeNote
  close: () => void
}) {
  const router = useRouter()
  const [text, setText] = useState(seen.text)
  const [reply, setReply] = useState<Reply<unknown> | null>(null)
  const [isSaving, start] = useTransition()
  const offerUndo = useUndo()
  const { id: noteId } = seen
  const save = () =>
    start(async () => {
      const answer = await changeNoteAction({ kind: "edit", noteId, version: newest.version, text })
      setReply(answer)
      // What somebody else wrote comes with the page; then both are shown.
      if (!answer.ok) return answer.code === "changed" ? router.refresh() : undefined
      const { version } = answer.value
      offerUndo({
        words: "Note changed.",
        undo: () => changeNoteAction({ kind: "edit", noteId, version, text: newest.text }),
      })
      close()
    })
  // While saving, the newer version may be one's own.
  if (newest.version !== seen.version && !isSaving)
    return (
      <ConflictState
        field="this note"
        mine={text}
        theirs={newest.text}
        changedBy={editedWhen ? { who: newest.editedBy ?? "Somebody", when: editedWhen } : null}
        keepMine={<Button onClick={save}>Keep mine</Button>}
        takeTheirs={<Button onClick={close}>Take theirs</Button>}
      />
    )
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault()
        save()
      }}
      className="flex max-w-[75ch] flex-col gap-3 print:hidden"
    >
      <TextArea
        label="Note"
        name="text"
        required
        maxLength={4000}
        value={text}
        onChange={(typed) => setText(typed.currentTarget.value)}
        error={reply && !reply.ok ? reply.fields?.text : undefined}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={isSaving}>
          Save note
        </Button>
        <Button variant="quiet" onClick={close}>
          Close
        </Button>
        <ReplyNote reply={reply} />
      </div>
    </form>
  )
}
