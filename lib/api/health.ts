import { z } from "zod"
import { bands, scoreBands } from "../health/schema.ts"
import { readingStates } from "../health/score-schema.ts"
import { trendWords } from "../health/trend.ts"
import type { Contract } from "./contract.ts"

const params = z.object({ customer_id: z.string().min(1).max(200) })

const raw = z.union([z.number(), z.string()])
const day = z.iso.date()

const part = z.object({
  measure: z.string(),
  label: z.string(),
  group: z.string(),
  /** Percent of the whole after the weights of missing measures were spread. */
  weight: z.number(),
  value: raw.nullable(),
  measure_score: z.number().nullable(),
  /** Points above or below the baseline, in tenths. */
  points: z.number(),
  state: z.enum(readingStates),
  source: z.string().nullable(),
  observed_on: day.nullable(),
  age_days: z.int().nullable(),
})

const reading = z.object({ source: z.string(), value: raw, measure_score: z.number(), observed_on: day })

/** What `GET /health/{customer_id}` answers; the page shows the same numbers. */
const answer = z.object({
  customer_id: z.uuid(),
  external_id: z.string(),
  name: z.string(),
  /** Computed; `perceived` stands beside it while a person's judgement counts. */
  health_score: z.int().min(0).max(100).nullable(),
  band: z.enum(scoreBands),
  baseline: z.number(),
  parts: z.array(part),
  veto: z.object({ label: z.string(), points: z.number() }).nullable(),
  coverage: z.number(),
  measures_used: z.int(),
  measures_total: z.int(),
  oldest_days: z.int().nullable(),
  disagreements: z.array(
    z.object({ measure: z.string(), label: z.string(), chosen: reading, other: reading }),
  ),
  trend: z.object({
    direction: z.enum(trendWords),
    change: z.number().nullable(),
    compared_with: z.object({ kind: z.string(), value: z.number() }).nullable(),
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
  as_of: day,
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
