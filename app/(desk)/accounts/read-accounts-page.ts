import { accountColumnIds, usualAccountColumns } from "#components/accounts/accounts-columns.tsx"
import { readLook } from "#components/grid/grid-look.ts"
import type { Db } from "#db/client.ts"
import type { Caller } from "#lib/access/caller.ts"
import { listPosition } from "#lib/accounts/list-cursor.ts"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import { readPeek } from "./peek/read-peek.ts"
import { readList } from "./read-list.ts"

type Place = { readonly currency: string; readonly timeZone: string; readonly today: string }

export type AccountsShown = Awaited<ReturnType<typeof readAccountsPage>>

/** All that the page of the list shows: kept as it is by a frozen link. */
export async function readAccountsPage(
  tx: Db,
  caller: Caller,
  asked: { query: AccountsQuery; place: Place },
) {
  const { query, place } = asked
  const position = listPosition(query)
  const known = { known: accountColumnIds, usual: usualAccountColumns, remembered: undefined }
  const hasWeeks = readLook({ search: query, ...known }).columns.includes("weeks")
  return {
    list: await readList(tx, caller, {
      query,
      position: position === "refused" ? null : position,
      hasWeeks,
      ...place,
    }),
    peeked: query.peek ? await readPeek(tx, caller, { reference: query.peek, ...place }) : null,
    place,
  }
}
