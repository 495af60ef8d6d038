"use server"

import { revalidatePath } from "next/cache"
import { z } from "zod"
import { editNote, removeNote, restoreNote, writeNote } from "#db/commands/notes.ts"
import { noteRefusals, noteText } from "#lib/notes/schema.ts"
import { action } from "#lib/server/action.ts"

const version = z.int().min(1)

const noteChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("write"), accountId: z.uuid(), text: noteText }),
  z.object({ kind: z.literal("edit"), noteId: z.uuid(), version, text: noteText }),
  z.object({ kind: z.literal("remove"), noteId: z.uuid(), version }),
  z.object({ kind: z.literal("restore"), noteId: z.uuid() }),
])

export const changeNote = action({
  permission: "account.write",
  input: noteChange,
  words: noteRefusals,
  run: (tx, caller, input) => {
    switch (input.kind) {
      case "write":
        return writeNote(tx, caller, input)
      case "edit":
        return editNote(tx, caller, input)
      case "remove":
        return removeNote(tx, caller, input)
      case "restore":
        return restoreNote(tx, caller, input)
    }
  },
  after: () => revalidatePath("/accounts", "layout"),
})
