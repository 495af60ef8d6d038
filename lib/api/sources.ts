import { z } from "zod"
import { sourceStates } from "../quality/source-standing.ts"
import type { Contract } from "./contract.ts"

const params = z.object({})
const day = z.iso.date()

const source = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.string(),
  state: z.enum(sourceStates),
  /** The newest day that it has told completely. */
  complete_to: day.nullable(),
  /** Hours since that day ended, in the time zone of the workspace. */
  lag_hours: z.number().nullable(),
  late_hours: z.number(),
  promise_hours: z.int().nullable(),
  /** The promise follows from its own rhythm; nobody has set one. */
  promise_is_guess: z.boolean(),
  readings_today: z.int(),
  readings: z.int(),
  /** Of its imports in the last 30 days. */
  rows_rejected: z.int(),
  rows_read: z.int(),
  owner: z.string().nullable(),
  last_error: z.string().nullable(),
  measures: z.array(z.string()),
  /** Days of the last 30 on which it was older than promised, of those on which its age is known. */
  days_late: z.int(),
  days_known: z.int(),
})

/** What `GET /sources` answers; the data page shows the same numbers. */
const answer = z.object({ answer: z.string(), as_of: z.iso.datetime(), sources: z.array(source) })

export const listOfSources = {
  method: "GET",
  path: "/api/v1/cs-ops/sources",
  summary: "Sources with their lag against what they promised",
  permission: "data.read",
  params,
  query: z.object({}),
  body: z.undefined(),
  answer,
} as const satisfies Contract<typeof params, z.ZodType, z.ZodType, typeof answer>
