import { z } from "zod"

const longestNote = 4000

/** What a note may say: some text, of a length that can be read. */
export const noteText = z
  .string()
  .trim()
  .min(1, "Write something first.")
  .max(longestNote, "At most 4,000 characters.")
  .refine((text) => !text.includes("\0"), "A character in it cannot be stored.")

export const noteRefusals = {
  changed: "Somebody changed this note meanwhile.",
  removed: "Somebody removed this note meanwhile.",
  not_removed: "This note is back already.",
} as const
export type NoteRefusal = keyof typeof noteRefusals

/** A note as a change is decided on it. `version` counts its changes. */
export type NoteState = { readonly version: number; readonly isRemoved: boolean }

export type SavedNote = { readonly noteId: string; readonly version: number }

/** What a page asks of a note. `version` is the one that the reader saw. */
export type NoteInput =
  | { readonly kind: "write"; readonly accountId: string; readonly text: string }
  | { readonly kind: "edit"; readonly noteId: string; readonly version: number; readonly text: string }
  | { readonly kind: "remove"; readonly noteId: string; readonly version: number }
  | { readonly kind: "restore"; readonly noteId: string }
