import { accept, type Outcome, refuse } from "#lib/outcome.ts"
import type { NoteRefusal, NoteState } from "./schema.ts"

export type NoteChange =
  | { readonly kind: "edit" | "remove"; readonly version: number }
  | { readonly kind: "restore" }

/**
 * Whether a change of a note may be saved, and which version it makes. Who edits or removes names the version that
 * they saw, so that nobody overwrites what they have not read. Restoring takes back a removal and nothing else.
 */
export function decideNoteChange(
  stored: NoteState,
  change: NoteChange,
): Outcome<{ version: number }, NoteRefusal> {
  if (change.kind === "restore" && !stored.isRemoved) return refuse("not_removed")
  if (change.kind !== "restore" && stored.isRemoved) return refuse("removed")
  if (change.kind !== "restore" && change.version !== stored.version) return refuse("changed")
  return accept({ version: stored.version + 1 })
}
