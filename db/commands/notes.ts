import { and, eq, sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { notFound } from "#lib/errors.ts"
import { decideNoteChange, type NoteChange } from "#lib/notes/decide-note-change.ts"
import type { NoteRefusal, SavedNote } from "#lib/notes/schema.ts"
import { accept, type Outcome } from "#lib/outcome.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { type LockedNote, lockNote } from "../queries/notes.ts"
import { note } from "../schema/notes.ts"
import { record } from "./record.ts"

/** Writes a note on an account, under the name of who writes it. */
export async function writeNote(
  on: Db,
  caller: Caller,
  { accountId, text }: { accountId: string; text: string },
): Promise<Outcome<SavedNote, never>> {
  assertCan(caller, "account.write")
  const [known] = await on.execute(sql`
    select 1 from account where workspace_id = ${caller.workspaceId} and id = ${accountId} for key share`)
  if (!known) throw notFound("account")
  const noteId = newId()
  await on.insert(note).values({
    workspaceId: caller.workspaceId,
    id: noteId,
    accountId,
    text,
    authorName: caller.actor.name,
    writtenAt: caller.now,
  })
  await tell(on, caller, { type: "note.written", noteId, accountId })
  return accept({ noteId, version: 1 })
}

/** Rewrites a note; whoever read an older version is refused, and the note keeps what it says. */
export async function editNote(
  on: Db,
  caller: Caller,
  { noteId, version, text }: { noteId: string; version: number; text: string },
): Promise<Outcome<SavedNote, NoteRefusal>> {
  const allowed = await permitted(on, caller, noteId, { kind: "edit", version })
  if (!allowed.ok) return allowed
  return save(on, caller, {
    noteId,
    ...allowed.value,
    type: "note.edited",
    fields: { text, editedAt: caller.now, editedBy: caller.actor.name },
  })
}

/** Takes a note off the account's page. */
export async function removeNote(
  on: Db,
  caller: Caller,
  { noteId, version }: { noteId: string; version: number },
): Promise<Outcome<SavedNote, NoteRefusal>> {
  const allowed = await permitted(on, caller, noteId, { kind: "remove", version })
  if (!allowed.ok) return allowed
  return save(on, caller, {
    noteId,
    ...allowed.value,
    type: "note.removed",
    fields: { removedAt: caller.now },
  })
}

/** Takes a removal back. */
export async function restoreNote(
  on: Db,
  caller: Caller,
  { noteId }: { noteId: string },
): Promise<Outcome<SavedNote, NoteRefusal>> {
  const allowed = await permitted(on, caller, noteId, { kind: "restore" })
  if (!allowed.ok) return allowed
  return save(on, caller, { noteId, ...allowed.value, type: "note.restored", fields: { removedAt: null } })
}

async function permitted(
  on: Db,
  caller: Caller,
  noteId: string,
  change: NoteChange,
): Promise<Outcome<{ version: number; accountId: string }, NoteRefusal>> {
  assertCan(caller, "account.write")
  const locked: LockedNote | null = await lockNote(on, caller, noteId)
  if (!locked) throw notFound("note")
  const decision = decideNoteChange(locked, change)
  return decision.ok ? accept({ ...decision.value, accountId: locked.accountId }) : decision
}

type NoteFact = "note.written" | "note.edited" | "note.removed" | "note.restored"

async function save(
  on: Db,
  caller: Caller,
  changed: {
    noteId: string
    version: number
    accountId: string
    type: NoteFact
    fields: Partial<typeof note.$inferInsert>
  },
): Promise<Outcome<SavedNote, never>> {
  const { noteId, version, accountId, type, fields } = changed
  await on
    .update(note)
    .set({ ...fields, version })
    .where(and(eq(note.workspaceId, caller.workspaceId), eq(note.id, noteId)))
  await tell(on, caller, { type, noteId, accountId })
  return accept({ noteId, version })
}

const tell = (
  on: Db,
  caller: Caller,
  { type, noteId, accountId }: { type: NoteFact; noteId: string; accountId: string },
): Promise<void> =>
  record(on, caller, { type, caseType: "account", caseId: accountId, accountId, payload: { noteId } })
