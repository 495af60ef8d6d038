import { z } from "zod"
import { importPlan } from "./import-plan.ts"
import { problem } from "./schema.ts"

export const rowVerdicts = ["create", "update", "skip", "reject"] as const
export type RowVerdict = (typeof rowVerdicts)[number]

export const checkedRow = z.object({
  row: z.number(),
  verdict: z.enum(rowVerdicts),
  name: z.string(),
  changes: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  /** Why, as a sentence; empty when the verdict says it all. */
  because: z.string(),
})
export type CheckedRow = z.infer<typeof checkedRow>

/** What reading all rows of a file found. Nothing was written. */
export const importCheck = z.object({
  rows: z.number(),
  /** Errors: they stop the import until each has a repair. */
  problems: z.array(problem),
  warnings: z.array(problem),
  /** Guesses and consequences, one sentence each. */
  notes: z.array(z.string()),
  counts: z.object({
    /** Null for a file of very many readings: these are counted while writing. */
    create: z.number().nullable(),
    update: z.number().nullable(),
    skip: z.number().nullable(),
    reject: z.number(),
    /** Values of measures in the accepted rows. */
    readings: z.number(),
  }),
  sample: z.array(checkedRow),
  isWritable: z.boolean(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  plan: importPlan.nullable(),
})
export type ImportCheck = z.infer<typeof importCheck>
