import { accountsHref } from "#lib/accounts/list-href.ts"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import type { BookNumberKey } from "./book-numbers.ts"
import type { TodayScope } from "./schema.ts"

const filters: Record<Exclude<BookNumberKey, "touchpoints">, AccountsQuery> = {
  accounts: {},
  arr: {},
  act_now: { band: "red" },
  renewals: { due: "90d" },
}

/**
 * Where exactly the rows of a number of the book stand: in the list of accounts, where its filters can say it. The
 * list knows no teams and no touchpoints: those rows are shown below the book itself.
 */
export function bookHref(key: BookNumberKey, scope: TodayScope): string {
  if (key === "touchpoints" || scope === "team") return `/home?scope=${scope}&rows=${key}#rows`
  return accountsHref({ ...filters[key], ...(scope === "mine" ? { owner: "me" } : {}), lost: "hide" }, {})
}
