"use client"

import { useRouter } from "next/navigation"
import { useState, useTransition } from "react"
import type { ChangeNote } from "#components/account/note-form.tsx"
import { textIn } from "#components/data/text-in.ts"
import { useUndo } from "#components/shell/undo-toast.tsx"
import { Button } from "#components/ui/button.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { TextArea } from "#components/ui/text-area.tsx"
import type { NoteEntry } from "#lib/timeline/schema.ts"
import type { Reply } from "#lib/verb.ts"

/** A note as it stands, with the ways to change it for whoever may. */
export function NoteCard({
  note,
  editedWords,
  changeNoteAction,
}: {
  note: NoteEntry
  /** Who edited it last and when, in words; null while it stands as it was written. */
  editedWords: string | null
  /** Null for a role that may not write. */
  changeNoteAction: ChangeNote | null
}) {
  const [edited, setEdited] = useState<NoteEntry | null>(null)
  if (edited && changeNoteAction)
    return (
      <NoteEditor
        seen={edited}
        newest={note}
        editedWords={editedWords}
        changeNoteAction={changeNoteAction}
        close={() => setEdited(null)}
      />
    )
  return (
    <>
      <p className="max-w-[75ch] whitespace-pre-line wrap-anywhere">{note.text}</p>
      {editedWords && <p className="text-12 text-muted">{editedWords}</p>}
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

/** While `newest` is not what was `seen`, somebody changed it meanwhile: both stand here, and the reader chooses. */
function NoteEditor({
  seen,
  newest,
  editedWords,
  changeNoteAction,
  close,
}: {
  seen: NoteEntry
  newest: NoteEntry
  editedWords: string | null
  changeNoteAction: ChangeNote
  close: () => void
}) {
  const router = useRouter()
  const [reply, setReply] = useState<Reply<unknown> | null>(null)
  const [isSaving, start] = useTransition()
  const offerUndo = useUndo()
  const { id: noteId } = seen
  const isChanged = newest.version !== seen.version
  const save = (fields: FormData) => {
    const text = textIn(fields, "text")
    start(async () => {
      const answer = await changeNoteAction({ kind: "edit", noteId, version: newest.version, text })
      setReply(answer)
      if (!answer.ok) return answer.code === "changed" ? router.refresh() : undefined
      const { version } = answer.value
      offerUndo({
        words: "Note changed.",
        undo: () => changeNoteAction({ kind: "edit", noteId, version, text: newest.text }),
      })
      close()
    })
  }
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault()
        save(new FormData(submitted.currentTarget))
      }}
      className="flex max-w-[75ch] flex-col gap-3 print:hidden"
    >
      {isChanged && (
        <div role="status" className="border-l-2 border-control pl-3">
          <p className="text-13 font-medium">This note changed while you were writing. Theirs:</p>
          <p className="whitespace-pre-line wrap-anywhere">{newest.text}</p>
          {editedWords && <p className="text-12 text-muted">{editedWords}</p>}
        </div>
      )}
      <TextArea
        label={isChanged ? "Yours" : "Note"}
        name="text"
        required
        maxLength={4000}
        defaultValue={seen.text}
        error={reply && !reply.ok ? reply.fields?.text : undefined}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={isSaving}>
          {isChanged ? "Keep mine" : "Save note"}
        </Button>
        <Button variant="quiet" onClick={close}>
          {isChanged ? "Take theirs" : "Close"}
        </Button>
        <ReplyNote reply={isChanged ? null : reply} />
      </div>
    </form>
  )
}
