import { z } from "zod"

/** Periods that have a name; they end today, "last-week" on its Sunday. */
export const namedPeriods = ["week", "last-week", "4w", "13w", "qtd", "12m"] as const
export type NamedPeriod = (typeof namedPeriods)[number]

/** What a period is compared with: the one before, the same one a year earlier, or nothing. */
export const comparisons = ["prev", "py", "none"] as const
export type Comparison = (typeof comparisons)[number]

/** What an address says of the period: `13w`, `2026-w46`, `2026-10`, `2026-08-01..2026-11-16`. */
export const periodQuery = z.object({
  period: z
    .string()
    .regex(/^(week|last-week|4w|13w|qtd|12m|20\d\d-w\d\d|20\d\d-\d\d|20\d\d-\d\d-\d\d\.\.20\d\d-\d\d-\d\d)$/)
    .optional()
    .catch(undefined),
  cmp: z.enum(comparisons).optional().catch(undefined),
})
export type PeriodQuery = Readonly<z.infer<typeof periodQuery>>

/** How the periods of one kind follow each other: by so many days, by months, by quarters. */
export type PeriodStep = "days" | "week" | "month" | "quarter" | "year"

/** Whole days, both ends included, written `YYYY-MM-DD`. */
export type Days = { readonly from: string; readonly to: string }

export type Period = Days & {
  /** As the address says it. */
  readonly key: string
  readonly step: PeriodStep
}
