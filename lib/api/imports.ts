import { z } from "zod"
import { importKinds, problem, syncRunStates } from "../imports/schema.ts"
import { conflictModes } from "../imports/settings.ts"
import type { Contract } from "./contract.ts"

const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((text) => text === "true")

const runId = z.object({ run_id: z.uuid() })
const noParams = z.object({})

const query = z.object({
  kind: z.enum(importKinds).optional(),
  /** For a raw body; a form brings its own. */
  file_name: z.string().min(1).max(200).optional(),
  /** Name of the source, so that later files of it replace its values. */
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,59}$/)
    .default("api"),
  on_conflict: z.enum(conflictModes).default("update"),
  /** The day of values that state none. */
  day: z.iso.date().optional(),
  time_zone: z.string().max(60).optional(),
  /** Leave out rows that have a problem instead of refusing the file. */
  reject_faulty: flag,
  /** Check only: answers what would happen and keeps nothing. */
  dry_run: flag,
})

export const problemAnswer = problem.pick({
  id: true,
  kind: true,
  severity: true,
  column: true,
  what: true,
  count: true,
  samples: true,
  expected: true,
  fix: true,
})

const answer = z.object({
  /** Null for a dry run, of which nothing is kept. */
  run_id: z.uuid().nullable(),
  kind: z.enum(importKinds),
  state: z.enum(syncRunStates),
  file_name: z.string(),
  /** What a check expects until the import is done, then what was done; null where it is not known yet. */
  counts: z.object({
    rows: z.int(),
    created: z.int().nullable(),
    updated: z.int().nullable(),
    unchanged: z.int().nullable(),
    rejected: z.int(),
    signals: z.int(),
  }),
  problems: z.array(problemAnswer),
  written_through_row: z.int(),
  started_at: z.iso.datetime().nullable(),
  finished_at: z.iso.datetime().nullable(),
  undo_until: z.iso.datetime().nullable(),
  undone_at: z.iso.datetime().nullable(),
  /** What an undo took back, and what it left because somebody changed it since. */
  taken_back: z.int(),
  left_alone: z.int(),
})
export type ImportAnswer = z.input<typeof answer>

export const postImport = {
  method: "POST",
  path: "/api/v1/cs-ops/imports",
  summary:
    "Send a file as multipart form or raw body: 202 when it is sound and being written, 422 with its problems when not",
  permission: "import.write",
  params: noParams,
  query,
  body: z.unknown(),
  answer,
} as const satisfies Contract<typeof noParams, typeof query, z.ZodType, typeof answer>

export const getImport = {
  method: "GET",
  path: "/api/v1/cs-ops/imports/{run_id}",
  summary: "State, counts and problems of an import",
  permission: "import.write",
  params: runId,
  query: z.object({}),
  body: z.undefined(),
  answer,
} as const satisfies Contract<typeof runId, z.ZodType, z.ZodType, typeof answer>

export const undoOfImport = {
  method: "POST",
  path: "/api/v1/cs-ops/imports/{run_id}/undo",
  summary:
    "Take a whole import back within 24 hours: 202 while it is being undone; what was changed since stays and is counted",
  permission: "import.write",
  params: runId,
  query: z.object({}),
  body: z.unknown(),
  answer,
} as const satisfies Contract<typeof runId, z.ZodType, z.ZodType, typeof answer>
