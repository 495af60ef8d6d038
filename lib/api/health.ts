import { z } from "zod"
import { bands, scoreBands } from "../health/schema.ts"
import { disagreement, scorePart, vetoHit } from "../health/score-schema.ts"
import type { Contract } from "./contract.ts"

const params = z.object({ customer_id: z.string().min(1).max(200) })

/** What `GET /health/{customer_id}` answers; the page shows the same numbers. */
const answer = z.object({
  customer_id: z.uuid(),
  name: z.string(),
  health_score: z.int().min(0).max(100).nullable(),
  band: z.enum(scoreBands),
  baseline: z.number(),
  parts: z.array(scorePart),
  veto: z.object({ label: z.string(), points: z.number() }).nullable(),
  vetoes: z.array(vetoHit),
  coverage: z.number(),
  measures_used: z.int(),
  measures_total: z.int(),
  oldest_days: z.int().nullable(),
  disagreements: z.array(disagreement),
  trend: z.object({
    direction: z.string(),
    change: z.number().nullable(),
    is_signal: z.boolean(),
    words: z.string(),
  }),
  perceived: z
    .object({
      value: z.int(),
      band: z.enum(bands),
      reason: z.string(),
      author: z.string(),
      expires_at: z.iso.datetime(),
    })
    .nullable(),
  churn_probability: z.null(),
  churn_probability_reason: z.string(),
  model: z.object({ id: z.string(), name: z.string(), version: z.int() }),
  as_of: z.iso.date(),
  computed_at: z.iso.datetime(),
})

export const healthOfCustomer = {
  method: "GET",
  path: "/api/v1/cs-ops/health/{customer_id}",
  summary: "Health score of an account with the parts that add up to it",
  permission: "health.read",
  params,
  query: z.object({}),
  body: z.undefined(),
  answer,
} as const satisfies Contract<typeof params, z.ZodType, z.ZodType, typeof answer>
