import { z } from "zod"
import { qualityDimensions } from "./dimensions.ts"

const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `At most ${longest.toLocaleString("en-US")} characters.`)
    .refine((typed) => !typed.includes("\0"), "A character in it cannot be stored.")

const shortestReason = 10

const terms = {
  /** Share of rows, 0 to 1, that must meet it. */
  atLeast: z.number("Give a share from 1 to 100 %.").min(0.01, "At least 1 %.").max(1, "At most 100 %."),
  /** Freshness alone: the oldest age in days that still counts. */
  withinDays: z
    .int("Give a whole number of days.")
    .min(1, "At least 1 day.")
    .max(400, "At most 400 days.")
    .nullable(),
  ownerId: z.uuid("Choose a person.").nullable(),
  reason: text(500).min(shortestReason, `Say why in at least ${shortestReason} letters.`),
}

/** What a person asks of a field: the share of rows that must meet it and, for freshness, how old a row may be. */
export const standardDraft = z.object({
  field: z.string().min(1).max(120),
  dimension: z.enum(qualityDimensions),
  ...terms,
  /** What the person saw, null for no standard: when something else is stored by now, nothing is changed. */
  seen: z.object(terms).nullable().optional(),
})
export type StandardDraft = z.infer<typeof standardDraft>

/** How many rows of one day there were, and how many met the standard as it was on that day. */
export type Measurement = {
  readonly day: string
  readonly rows: number
  readonly met: number
  readonly atLeast: number
}

/** A source must tell at least this often; longer promises than a quarter are none. */
export const longestPromiseHours = 24 * 92

const promiseHours = z
  .int("Give a whole number.")
  .min(1, "At least 1 hour.")
  .max(longestPromiseHours, "At most 92 days.")
  .nullable()
const ownerId = z.uuid("Choose a person.").nullable()

export const sourceTerms = z.object({
  source: z.string().min(1).max(200),
  promiseHours,
  ownerId,
  /** The terms that the person saw: when others are stored by now, nothing is changed. */
  seen: z.object({ promiseHours, ownerId }).optional(),
})
export type SourceTerms = z.infer<typeof sourceTerms>
