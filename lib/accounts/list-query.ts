import { z } from "zod"
import { segments } from "#lib/accounts/schema.ts"
import { scoreBands } from "#lib/health/schema.ts"

export const accountsPageSize = 50

/** What the list of accounts can be ordered by. */
export const accountSortKeys = ["name", "health", "arr", "renewal", "owner", "contact"] as const
export type AccountSortKey = (typeof accountSortKeys)[number]

const sortWords = accountSortKeys.flatMap((key) => [key, `-${key}`] as const)

const cursor = z.string().min(1).max(4000).optional().catch(undefined)

/** The state of the list, as it stands in the address. What cannot be read is dropped. */
export const accountsQuery = z.object({
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}*$/u)
    .optional()
    .catch(undefined),
  band: z.enum(scoreBands).optional().catch(undefined),
  segment: z.enum(segments).optional().catch(undefined),
  owner: z.string().trim().min(1).max(200).optional().catch(undefined),
  sort: z.enum(sortWords).optional().catch(undefined),
  /** The page behind, or before, a place in this very list. */
  after: cursor,
  before: cursor,
})
export type AccountsQuery = z.infer<typeof accountsQuery>

/** What a list is sorted by, whichever way. */
export const sortKeyOf = ({ sort }: AccountsQuery): AccountSortKey =>
  (sort?.replace("-", "") ?? "health") as AccountSortKey
