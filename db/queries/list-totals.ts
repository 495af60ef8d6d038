import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { ListPosition } from "#lib/accounts/list-cursor.ts"
import { type AccountsQuery, accountFilterKeys } from "#lib/accounts/list-query.ts"
import type { Db } from "../client.ts"
import { listFilters } from "./list-filters.ts"
import { isBeyond, orderOf } from "./list-order.ts"
import { withOwners } from "./list-page.ts"
import { listSource } from "./list-source.ts"

export type AccountTotals = {
  all: number
  matching: number
  /** Of the matching ones: customers that have left. What follows counts the others. */
  lost: number
  needAttention: number
  needAttentionArrCents: number | null
  withoutScore: number
  /** Of those without a score: not looked at yet, as in the minute after an import. */
  notYetScored: number
  scoredAt: Date | null
  /** Matching accounts on the side of the position that the page shows; null without a position. */
  beyond: number | null
}

/** Counts and sums over exactly the rows that the list's filters leave, in one statement. */
export async function accountTotals(
  on: Db,
  caller: Caller,
  { query, position, today }: { query: AccountsQuery; position: ListPosition | null; today: string },
): Promise<AccountTotals> {
  const order = orderOf(query)
  const { whole } = await listSource(on, caller, today)
  const isFiltered = accountFilterKeys.some((key) => query[key] !== undefined)
  // Every account has a row, out of date or not: an index alone can count them.
  const all = isFiltered
    ? sql`(select count(*) from account_list where workspace_id = ${caller.workspaceId})`
    : sql`count(*)`
  const matching = isFiltered ? sql`where ${listFilters(caller, { query, today })}` : sql``
  const beyond = position ? sql`count(*) filter (where ${isBeyond(order, position)})` : sql`0`
  const [row] = await on.execute<Record<string, unknown>>(sql`
    select ${all}::int as "all", count(*)::int as matching, count(*) filter (where is_lost)::int as lost,
      count(*) filter (where band = 'red' and not is_lost)::int as need_attention,
      sum(arr_cents) filter (where band = 'red' and not is_lost)::float8 as need_attention_arr,
      count(*) filter (where health is null and not is_lost)::int as without_score,
      count(*) filter (where scored_at is null and not is_lost)::int as not_yet_scored,
      max(scored_at)::text as scored_at, ${beyond}::int as beyond
    from (${position ? withOwners(caller, whole, order) : whole}) l ${matching}`)
  return {
    all: Number(row?.all ?? 0),
    matching: Number(row?.matching ?? 0),
    lost: Number(row?.lost ?? 0),
    needAttention: Number(row?.need_attention ?? 0),
    needAttentionArrCents: row?.need_attention_arr == null ? null : Number(row.need_attention_arr),
    withoutScore: Number(row?.without_score ?? 0),
    notYetScored: Number(row?.not_yet_scored ?? 0),
    scoredAt: row?.scored_at ? new Date(row.scored_at as string) : null,
    beyond: position ? Number(row?.beyond ?? 0) : null,
  }
}
