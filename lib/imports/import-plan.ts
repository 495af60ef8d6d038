import { z } from "zod"
import { measureKinds, measureRoles } from "#lib/signals/schema.ts"
import { importKinds } from "./schema.ts"
import { conflictModes, repair } from "./settings.ts"

export const plannedField = z.object({
  index: z.int().nonnegative(),
  header: z.string(),
  isChosen: z.boolean(),
  style: z.enum(["point", "comma"]),
  order: z.enum(["day_first", "month_first"]),
})
export type FieldPlan = z.infer<typeof plannedField>

export const plannedMeasure = z.object({
  /** Its column; null when the measure is named in the rows of a long file. */
  index: z.int().nonnegative().nullable(),
  header: z.string(),
  /** Other spellings of the same measure in the rows of a long file. */
  aliases: z.array(z.string()).default([]),
  key: z.string(),
  label: z.string(),
  unit: z.string(),
  kind: z.enum(measureKinds),
  role: z.enum(measureRoles),
  style: z.enum(["point", "comma"]),
})
export type MeasurePlan = z.infer<typeof plannedMeasure>

/** What is done with rows or cells of a problem: decided by a person or, for warnings, by the check. */
export const treatment = z.object({
  problem: z.string(),
  column: z.int().nonnegative().nullable(),
  do: z.enum(["blank", "reject", "create", "adopt"]),
})
export type Treatment = z.infer<typeof treatment>

/** How every cell of one file is read, decided by its check and kept with its run: the write reads alike. */
export const importPlan = z.object({
  kind: z.enum(importKinds),
  /** Whether a row is one thing, one reading, or one account and day with many readings. */
  shape: z.enum(["rows", "long", "wide"]),
  headers: z.array(z.string()),
  fields: z.record(z.string(), plannedField),
  measures: z.array(plannedMeasure),
  leftOut: z.array(z.object({ index: z.int().nonnegative(), header: z.string(), because: z.string() })),
  /** The day that values without a day of their own are of. */
  day: z.iso.date(),
  /** The workspace's day when the plan was made: no reading is of a later one. */
  today: z.iso.date(),
  timeZone: z.string(),
  currency: z.string(),
  conflict: z.enum(conflictModes),
  repairs: z.array(repair),
  treatments: z.array(treatment),
})
export type ImportPlan = z.infer<typeof importPlan>
