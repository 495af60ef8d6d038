import { type SQL, sql } from "drizzle-orm"

/** Accounts in the order of their ids; `isRun` when hardly any lie between them that are not asked for. */
export type AskedAccounts = { readonly ids: readonly string[]; readonly isRun: boolean }

/**
 * A run is named by its ends, which the database finds in one stretch, with whatever lies between. At least one account
 * is asked for.
 */
export const among = (column: SQL, { ids, isRun }: AskedAccounts): SQL =>
  isRun
    ? sql`${column} between ${ids[0]} and ${ids.at(-1)}`
    : sql`${column} = any (${`{${ids.join(",")}}`}::uuid[])`
