import { z } from "zod"
import { segments } from "#lib/accounts/schema.ts"
import { scoreBands } from "#lib/health/schema.ts"

/** What the list of accounts can be ordered by. */
export const accountSortKeys = [
  "name",
  "health",
  "coverage",
  "arr",
  "renewal",
  "segment",
  "owner",
  "contact",
] as const
export type AccountSortKey = (typeof accountSortKeys)[number]

const sortWords = accountSortKeys.flatMap((key) => [key, `-${key}`] as const)

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
  page: z.coerce.number().int().min(1).max(100_000).optional().catch(undefined),
})
export type AccountsQuery = z.infer<typeof accountsQuery>
