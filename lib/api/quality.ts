import { z } from "zod"
import { qualityDimensions } from "../quality/dimensions.ts"
import { verdicts } from "../quality/standing.ts"
import type { Contract } from "./contract.ts"

const params = z.object({})
const day = z.iso.date()

const standard = z.object({
  id: z.uuid(),
  field: z.string(),
  label: z.string(),
  dimension: z.enum(qualityDimensions),
  verdict: z.enum(verdicts),
  /** Share of rows that meets it, 0 to 1; null before the first measurement and without rows. */
  share: z.number().nullable(),
  at_least: z.number(),
  within_days: z.int().nullable(),
  rows: z.int(),
  failing: z.int(),
  fails_since: day.nullable(),
  /** It failed at the first measurement already, so it may fail for longer. */
  fails_since_or_before: z.boolean(),
  measured_at: z.iso.datetime().nullable(),
  owner: z.string().nullable(),
  reason: z.string(),
  shown_on: z.array(z.object({ page: z.string(), figure: z.string() })),
  history: z.array(z.object({ day, rows: z.int(), met: z.int(), at_least: z.number() })),
})

/** What `GET /quality` answers; the data page shows the same numbers. */
const answer = z.object({ answer: z.string(), as_of: z.iso.datetime(), standards: z.array(standard) })

export const qualityOfData = {
  method: "GET",
  path: "/api/v1/cs-ops/quality",
  summary: "Quality standards with the share that meets each, and since when it fails",
  permission: "data.read",
  params,
  query: z.object({}),
  body: z.undefined(),
  answer,
} as const satisfies Contract<typeof params, z.ZodType, z.ZodType, typeof answer>
