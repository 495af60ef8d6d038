import { z } from "zod"

export const columnKinds = ["number", "category", "text", "date"] as const
export type ColumnKind = (typeof columnKinds)[number]

/** What an import knows about a column without keeping its rows. Rates and AUC are of the bad outcome. */
export const starterColumn = z.object({
  key: z.string().min(1),
  label: z.string().min(1),
  /** The header as imported; choices by name look at it. */
  name: z.string(),
  kind: z.enum(columnKinds),
  n: z.int().min(0),
  distinct: z.int().min(0),
  missing: z.int().min(0),
  quantiles: z
    .object({
      p5: z.number(),
      p10: z.number(),
      p25: z.number(),
      p50: z.number(),
      p75: z.number(),
      p90: z.number(),
      p95: z.number(),
    })
    .optional(),
  categories: z
    .array(
      z.object({
        value: z.string(),
        count: z.int().min(1),
        outcomeRate: z.number().min(0).max(1).optional(),
      }),
    )
    .optional(),
  /** Chance that an account with the bad outcome has a higher raw value than one without. */
  outcomeAuc: z.number().min(0).max(1).optional(),
})
export type StarterColumn = z.infer<typeof starterColumn>

/** The column that says how it ended, the share of accounts that ended badly, and how many accounts are known. */
export const starterOutcome = z.object({ key: z.string(), rate: z.number().min(0).max(1), n: z.int().min(0) })
export type StarterOutcome = z.infer<typeof starterOutcome>
