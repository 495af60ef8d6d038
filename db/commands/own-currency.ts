import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import type { Db } from "../client.ts"

/** Revenue is added up over accounts, so all of it is in the workspace's currency. */
export async function assertOwnCurrency(on: Db, caller: Caller, currencies: Iterable<string>): Promise<void> {
  assertCan(caller, "account.write")
  const [own] = await on.execute<{ currency: string }>(sql`
    select currency from workspace where id = ${caller.workspaceId}`)
  const strange = [...new Set(currencies)].find((currency) => currency !== own?.currency)
  if (strange === undefined) return
  throw new AppError(
    "invalid_input",
    `Revenue is counted in ${own?.currency}, not in ${strange}. Convert the amounts first.`,
  )
}
