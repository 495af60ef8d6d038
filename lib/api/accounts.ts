import { z } from "zod"
import { readHealthRange } from "../accounts/health-range.ts"
import { accountSortKeys } from "../accounts/list-query.ts"
import { lifecycleStages, segments } from "../accounts/schema.ts"
import { scoreBands } from "../health/schema.ts"
import type { Contract } from "./contract.ts"

const cursor = z.string().min(1).max(4000).optional()

/** The filters and orders of the list on screen. What cannot be read is refused here, not dropped. */
const query = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}*$/u, "Leave control characters out.")
    .optional(),
  band: z.enum(scoreBands).optional(),
  /** Health from one point to another, both within: "40..60". */
  health: z
    .string()
    .refine((text) => readHealthRange(text) !== null, 'Write two whole points of 0 to 100, such as "40..60".')
    .optional(),
  segment: z.enum(segments).optional(),
  stage: z.enum(lifecycleStages).optional(),
  /** Id of the team whose people own the account. */
  team: z.uuid().optional(),
  /** Id of the person who owns the account. */
  owner: z.uuid().optional(),
  /** Renews within 90 days. */
  due: z.enum(["90d"]).optional(),
  /** No contact for 30 days, or ever. */
  quiet: z.enum(["30d"]).optional(),
  /** Leaves lost accounts out. */
  lost: z.enum(["hide"]).optional(),
  /**
   * What the list is ordered by, rising; a minus before the word turns it round. `-exposure` when left out: the most
   * at stake first. Accounts without such a value stand last either way, and so do lost ones by exposure; ties go
   * by ARR, the largest first, then by name and id.
   */
  sort: z.enum(accountSortKeys.flatMap((key) => [key, `-${key}` as const])).optional(),
  after: cursor,
  before: cursor,
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

const account = z.object({
  customer_id: z.uuid(),
  external_id: z.string(),
  slug: z.string(),
  name: z.string(),
  /** What counts now: a person's judgement while it is in force, else the computed score. */
  health_score: z.int().nullable(),
  band: z.enum(scoreBands),
  judged: z.boolean(),
  /** The customer has left: its lifecycle stage is `churned`. */
  lost: z.boolean(),
  /** Points since last week, only when the move is a signal. */
  change: z.number().nullable(),
  coverage: z.number(),
  /** The strongest first. */
  reasons: z.array(
    z.object({
      measure: z.string().nullable(),
      label: z.string(),
      value: z.union([z.number(), z.string()]).nullable(),
      unit: z.string(),
      points: z.number(),
    }),
  ),
  arr_cents: z.int().nullable(),
  /**
   * Cents a year at stake: (100 - health) / 100 x ARR x urgency of the renewal, which is 1 within 90 days, 0.6 within
   * 180, 0.35 within 365, 0.25 later and 0.5 when none is known. Without a score health counts as 50. 0 for a lost
   * account, null when ARR is not known.
   */
  exposure_cents: z.int().nullable(),
  currency: z.string(),
  renews_on: z.iso.date().nullable(),
  segment: z.enum(segments).nullable(),
  stage: z.enum(lifecycleStages).nullable(),
  owner: z.string().nullable(),
  last_contact_on: z.iso.date().nullable(),
})

/** What `GET /accounts` answers; the page shows the same rows in the same order, and the same totals. */
const answer = z.object({
  accounts: z.array(account),
  /** Over all accounts that the filters leave, not only those of this page. */
  totals: z.object({
    accounts: z.int(),
    matching: z.int(),
    /** Of the matching ones: customers that have left. The numbers below count the others. */
    lost: z.int(),
    need_attention: z.int(),
    need_attention_arr_cents: z.int().nullable(),
    without_score: z.int(),
    not_yet_scored: z.int(),
    scored_at: z.iso.datetime().nullable(),
  }),
  /** Numbers of the first and last account of this page among the matching ones, counted from 1. */
  from: z.int(),
  to: z.int(),
  /** Cursors for `after` and `before`; also in the Link header. Null where the list ends. */
  next: z.string().nullable(),
  previous: z.string().nullable(),
})

export const listOfAccounts = {
  method: "GET",
  path: "/api/v1/cs-ops/accounts",
  summary: "Accounts in any order, with the filters, order and totals of the list on screen",
  permission: "account.read",
  params: z.object({}),
  query,
  body: z.undefined(),
  answer,
} as const satisfies Contract<z.ZodType, typeof query, z.ZodType, typeof answer>
