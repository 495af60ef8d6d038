import { accountsHref } from "#lib/accounts/list-href.ts"
import { type AccountsQuery, ownerIsMe } from "#lib/accounts/list-query.ts"
import type { PeriodQuery } from "#lib/period/schema.ts"
import type { BookNumberKey } from "./book-numbers.ts"
import { homeHref } from "./home-href.ts"
import type { Narrowing } from "./narrowing.ts"
import type { TodayScope } from "./schema.ts"

const filters: Record<Exclude<BookNumberKey, "touchpoints">, AccountsQuery> = {
  accounts: {},
  arr: {},
  act_now: { band: "red" },
  renewals: { due: "90d" },
}

/**
 * Where exactly the rows of a number of the book stand: in the list of accounts, where its filters can say it. The
 * list knows nobody's own team and no touchpoints: those rows are shown below the book itself. The scope of the frame
 * goes along.
 */
export function bookHref(
  key: BookNumberKey,
  scope: TodayScope,
  narrowed: Narrowing & PeriodQuery = {},
): string {
  if (key === "touchpoints" || scope === "team") return `${homeHref({ ...narrowed, scope, rows: key })}#rows`
  const { seg, team, owner, period, cmp } = narrowed
  const whose = scope === "mine" ? ownerIsMe : owner
  const frame = { segment: seg, team, owner: whose, period, cmp }
  return accountsHref({ ...filters[key], ...frame, lost: "hide" }, {})
}
