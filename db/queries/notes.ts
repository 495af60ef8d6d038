import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { NoteState } from "#lib/notes/schema.ts"
import type { Db } from "../client.ts"

export type LockedNote = NoteState & { readonly accountId: string }

/** A note that is about to be changed, removed ones too; null when the workspace has no such note. */
export async function lockNote(on: Db, caller: Caller, noteId: string): Promise<LockedNote | null> {
  const [row] = await on.execute<{ account_id: string; version: number; is_removed: boolean }>(sql`
    select account_id, version, removed_at is not null as is_removed from note
    where workspace_id = ${caller.workspaceId} and id = ${noteId} for update`)
  return row ? { accountId: row.account_id, version: row.version, isRemoved: row.is_removed } : null
}
