import { z } from "zod"
import { readHealthRange } from "#lib/accounts/health-range.ts"
import { lifecycleStages, segments } from "#lib/accounts/schema.ts"
import { scoreBands } from "#lib/health/schema.ts"
import { periodQuery } from "#lib/period/schema.ts"

export const accountsPageSize = 50

/** What the list of accounts can be ordered by. */
export const accountSortKeys = ["exposure", "name", "health", "arr", "renewal", "owner", "contact"] as const
export type AccountSortKey = (typeof accountSortKeys)[number]

const sortWords = accountSortKeys.flatMap((key) => [key, `-${key}`] as const)

/** The order of the list when its address names none: the largest exposure first. */
export const defaultSort = "-exposure" satisfies (typeof sortWords)[number]

/** The one value of the filter `owner` that is no id: the person who asks. */
export const ownerIsMe = "me"

/** Rows have three heights; "default" is never written. */
export const densities = ["compact", "default", "comfortable"] as const
export type Density = (typeof densities)[number]

const cursor = z.string().min(1).max(4000).optional().catch(undefined)

/** In addresses of the frame a segment is called `seg`; in those of before, and in the API, `segment`. */
const withSegment = (given: unknown): unknown => {
  if (typeof given !== "object" || given === null || !("seg" in given)) return given
  const { seg, ...rest } = given
  return "segment" in rest && !seg ? rest : { ...rest, segment: seg }
}

const state = z.object({
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}*$/u)
    .optional()
    .catch(undefined),
  band: z.enum(scoreBands).optional().catch(undefined),
  /** Health from one point to another, both within: "40..60". */
  health: z
    .string()
    .refine((text) => readHealthRange(text) !== null)
    .optional()
    .catch(undefined),
  segment: z.enum(segments).optional().catch(undefined),
  stage: z.enum(lifecycleStages).optional().catch(undefined),
  /** Id of the person who owns the account, or `me`. */
  owner: z.string().trim().min(1).max(200).optional().catch(undefined),
  /** Id of the team whose people own the account. */
  team: z.uuid().optional().catch(undefined),
  /** Renews within 90 days. */
  due: z.enum(["90d"]).optional().catch(undefined),
  /** No contact for 30 days, or ever. */
  quiet: z.enum(["30d"]).optional().catch(undefined),
  /** Customers that have left are left out. */
  lost: z.enum(["hide"]).optional().catch(undefined),
  sort: z.enum(sortWords).optional().catch(undefined),
  /** Columns shown, by their keys, in their order; all that are usual when left out. */
  cols: z
    .string()
    .max(300)
    .regex(/^[a-z_]+(,[a-z_]+)*$/)
    .optional()
    .catch(undefined),
  /** Above the list stands how health spreads. */
  plot: z.enum(["health"]).optional().catch(undefined),
  ...periodQuery.shape,
  density: z.enum(densities).optional().catch(undefined),
  /** The saved view that the list began as. */
  view: z
    .string()
    .max(60)
    .regex(/^[a-z0-9-]+$/)
    .optional()
    .catch(undefined),
  /** Slug of the account beside the list. */
  peek: z.string().min(1).max(300).optional().catch(undefined),
  /** The page behind, or before, a place in this very list. */
  after: cursor,
  before: cursor,
})

/** The state of the list, as it stands in the address. What cannot be read is dropped. */
export const accountsQuery = z.preprocess(withSegment, state)
export type AccountsQuery = z.infer<typeof accountsQuery>

/** What decides which accounts match; the rest is how they are shown. */
export const accountFilterKeys = [
  "q",
  "band",
  "health",
  "segment",
  "stage",
  "team",
  "owner",
  "due",
  "quiet",
  "lost",
] as const satisfies readonly (keyof AccountsQuery)[]

/** The order that holds, whichever way it was said. */
export const sortOf = ({ sort }: AccountsQuery) => sort ?? defaultSort

/** What a list is sorted by, whichever way. */
export const sortKeyOf = (query: AccountsQuery): AccountSortKey =>
  sortOf(query).replace("-", "") as AccountSortKey
