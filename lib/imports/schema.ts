import { z } from "zod"
import { repair } from "./settings.ts"

/** What a file holds: one thing of this kind per row. */
export const importKinds = [
  "accounts",
  "contracts",
  "movements",
  "contacts",
  "people",
  "skills",
  "touchpoints",
  "signals",
] as const
export type ImportKind = (typeof importKinds)[number]

/**
 * draft: the file is there; checked: it was read with its settings and waits for the word to write; failed: it
 * stopped in the middle and can be resumed or undone; discarded: thrown away before anything was written.
 */
export const syncRunStates = [
  "checking",
  "writing",
  "done",
  "refused",
  "failed",
  "draft",
  "checked",
  "undoing",
  "undone",
  "discarded",
] as const
export type SyncRunState = (typeof syncRunStates)[number]

/** An error stops the import before anything is written; a warning is listed and the import goes on. */
export const problemSeverities = ["error", "warning"] as const

export const problemSample = z.object({ row: z.number(), found: z.string() })

/** All the places that one repair would fix: what is wrong, where, what was expected, and how to repair it. */
export const problem = z.object({
  /** Kind and column: the same between checks of one file. */
  id: z.string().default(""),
  kind: z.string(),
  severity: z.enum(problemSeverities),
  column: z.string().nullable(),
  columnIndex: z.number().nullable().default(null),
  what: z.string(),
  count: z.number(),
  samples: z.array(problemSample),
  /** The different texts found, most frequent first, at most twenty. */
  values: z.array(z.object({ found: z.string(), count: z.number() })).default([]),
  expected: z.string(),
  fix: z.string(),
  /** What a person may choose, the recommended first; empty when only the file itself can be corrected. */
  repairs: z.array(z.object({ label: z.string(), repair })).default([]),
})
export type Problem = z.infer<typeof problem>
