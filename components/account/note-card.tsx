"use client"

import { useState, useTransition } from "react"
import { NoteEditor } from "#components/account/note-editor.tsx"
import type { ChangeNote } from "#components/account/note-form.tsx"
import { useUndo } from "#components/shell/undo-toast.tsx"
import { Button } from "#components/ui/button.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import type { NoteEntry } from "#lib/timeline/schema.ts"
import type { Reply } from "#lib/verb.ts"

/** A note as it stands, with the ways to change it for whoever may. */
export function NoteCard({
  note,
  editedWhen,
  changeNoteAction,
}: {
  note: NoteEntry
  /** When it was edited last, in words; null while it stands as it was written. */
  editedWhen: string | null
  /** Null for a role that may not write. */
  changeNoteAction: ChangeNote | null
}) {
  const [edited, setEdited] = useState<NoteEntry | null>(null)
  if (edited && changeNoteAction)
    return (
      <NoteEditor
        seen={edited}
        newest={note}
        editedWhen={editedWhen}
        changeNoteAction={changeNoteAction}
        close={() => setEdited(null)}
      />
    )
  return (
    <>
      <p className="max-w-[75ch] whitespace-pre-line wrap-anywhere">{note.text}</p>
      {editedWhen && (
        <p className="text-12 text-muted">
          Changed by {note.editedBy}, {editedWhen}.
        </p>
      )}
      {changeNoteAction && (
        <NoteButtons note={note} changeNoteAction={changeNoteAction} edit={() => setEdited(note)} />
      )}
    </>
  )
}

function NoteButtons({
  note: { id: noteId, version },
  changeNoteAction,
  edit,
}: {
  note: NoteEntry
  changeNoteAction: ChangeNote
  edit: () => void
}) {
  const [reply, setReply] = useState<Reply<unknown> | null>(null)
  const [isRemoving, start] = useTransition()
  const offerUndo = useUndo()
  const remove = () =>
    start(async () => {
      const answer = await changeNoteAction({ kind: "remove", noteId, version })
      setReply(answer)
      if (answer.ok)
        offerUndo({ words: "Note removed.", undo: () => changeNoteAction({ kind: "restore", noteId }) })
    })
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <Button variant="quiet" onClick={edit}>
        Edit
      </Button>
      <Button variant="quiet" onClick={remove} disabled={isRemoving}>
        Remove
      </Button>
      <ReplyNote reply={reply} />
    </div>
  )
}
