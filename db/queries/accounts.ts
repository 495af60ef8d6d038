import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { AccountSortKey, AccountsQuery } from "#lib/accounts/list-query.ts"
import type { LifecycleStage, Segment } from "#lib/accounts/schema.ts"
import type { ScoreReason } from "#lib/health/reasons.ts"
import type { ScoreBand } from "#lib/health/schema.ts"
import { isUuid } from "#lib/id.ts"
import type { Db } from "../client.ts"

export const accountsPageSize = 50

export type AccountListRow = {
  id: string
  slug: string
  name: string
  health: number | null
  band: ScoreBand
  signalChange: number | null
  reasons: ScoreReason[]
  coverage: number
  /** Null when no movement of it is known. */
  arrCents: number | null
  currency: string
  renewsOn: string | null
  segment: Segment | null
  ownerName: string | null
  lastContactOn: string | null
}

export type AccountTotals = {
  all: number
  matching: number
  needAttention: number
  needAttentionArrCents: number | null
  withoutScore: number
  scoredAt: Date | null
}

const sortColumns: Record<AccountSortKey, SQL> = {
  name: sql`name_key`,
  health: sql`health`,
  coverage: sql`coverage`,
  arr: sql`arr_cents`,
  renewal: sql`renews_on`,
  segment: sql`segment`,
  owner: sql`owner_name`,
  contact: sql`last_contact_on`,
}

/** The accounts of the workspace with what the list shows; days are those of `today`'s calendar. */
function book(caller: Caller, today: string): SQL {
  const workspace = caller.workspaceId
  return sql`
    select a.id, a.slug, a.name, a.name_key, a.segment, a.owner_id, p.name as owner_name,
      h.value as health, coalesce(h.band, 'insufficient') as band, coalesce(h.coverage, 0) as coverage,
      h.reasons, h.trend, h.value - h.week_ago_value as change, h.computed_at,
      (select sum(m.amount_cents) from arr_movement m where m.workspace_id = ${workspace}
        and m.account_id = a.id and m.effective_on <= ${today}::date)::float8 as arr_cents,
      (select min(c.ends_on) from contract c where c.workspace_id = ${workspace}
        and c.account_id = a.id and c.ends_on >= ${today}::date) as renews_on,
      (select max(t.happened_at)::date from touchpoint t where t.workspace_id = ${workspace}
        and t.account_id = a.id) as last_contact_on
    from account a
    left join account_health h on h.workspace_id = a.workspace_id and h.account_id = a.id
    left join person p on p.workspace_id = a.workspace_id and p.id = a.owner_id
    where a.workspace_id = ${workspace}`
}

function filters(query: AccountsQuery): SQL {
  const parts: SQL[] = [sql`true`]
  if (query.q) parts.push(sql`(name ilike ${`%${escapeLike(query.q)}%`} or slug = ${query.q})`)
  if (query.band) parts.push(sql`band = ${query.band}`)
  if (query.segment) parts.push(sql`segment = ${query.segment}`)
  if (query.owner) parts.push(isUuid(query.owner) ? sql`owner_id = ${query.owner}` : sql`false`)
  return sql.join(parts, sql` and `)
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&")

/** One page of accounts, worst health first unless the query says otherwise; ties end at the id. */
export async function accountRows(
  on: Db,
  caller: Caller,
  { query, today, currency }: { query: AccountsQuery; today: string; currency: string },
): Promise<AccountListRow[]> {
  const key = (query.sort?.replace("-", "") ?? "health") as AccountSortKey
  const direction = query.sort?.startsWith("-") ? sql`desc nulls last` : sql`asc nulls last`
  const offset = ((query.page ?? 1) - 1) * accountsPageSize
  const rows = await on.execute<Record<string, unknown>>(sql`
    with book as (${book(caller, today)})
    select id, slug, name, health, band, coverage, reasons, trend, change, arr_cents, renews_on::text,
      segment, owner_name, last_contact_on::text
    from book where ${filters(query)}
    order by ${sortColumns[key]} ${direction}, arr_cents desc nulls last, name_key, id
    limit ${accountsPageSize} offset ${offset}`)
  return rows.map((row) => toListRow(row, currency))
}

function toListRow(row: Record<string, unknown>, currency: string): AccountListRow {
  const isSignal = row.trend === "up" || row.trend === "down"
  return {
    id: row.id as string,
    slug: row.slug as string,
    name: row.name as string,
    health: row.health as number | null,
    band: row.band as ScoreBand,
    signalChange: isSignal ? (row.change as number | null) : null,
    reasons: (row.reasons as ScoreReason[] | null) ?? [],
    coverage: Number(row.coverage),
    arrCents: row.arr_cents === null ? null : Number(row.arr_cents),
    currency,
    renewsOn: row.renews_on as string | null,
    segment: row.segment as Segment | null,
    ownerName: row.owner_name as string | null,
    lastContactOn: row.last_contact_on as string | null,
  }
}

/** Counts and sums over exactly the rows that the list's filters leave. */
export async function accountTotals(
  on: Db,
  caller: Caller,
  { query, today }: { query: AccountsQuery; today: string },
): Promise<AccountTotals> {
  const [row] = await on.execute<Record<string, unknown>>(sql`
    with book as (${book(caller, today)}), matching as (select * from book where ${filters(query)})
    select (select count(*) from book)::int as "all", count(*)::int as matching,
      count(*) filter (where band = 'red')::int as need_attention,
      sum(arr_cents) filter (where band = 'red')::float8 as need_attention_arr,
      count(*) filter (where health is null)::int as without_score,
      max(computed_at)::text as scored_at
    from matching`)
  return {
    all: Number(row?.all ?? 0),
    matching: Number(row?.matching ?? 0),
    needAttention: Number(row?.need_attention ?? 0),
    needAttentionArrCents: row?.need_attention_arr == null ? null : Number(row.need_attention_arr),
    withoutScore: Number(row?.without_score ?? 0),
    scoredAt: row?.scored_at ? new Date(row.scored_at as string) : null,
  }
}

export type AccountHead = {
  id: string
  slug: string
  externalId: string
  name: string
  domain: string | null
  industry: string | null
  segment: Segment | null
  region: string | null
  language: string | null
  lifecycleStage: LifecycleStage | null
  ownerName: string | null
  arrCents: number | null
  renewsOn: string | null
  lastContactOn: string | null
}

/** One account by slug, id or external id; null when it does not exist in the caller's workspace. */
export async function accountByReference(
  on: Db,
  caller: Caller,
  { reference, today }: { reference: string; today: string },
): Promise<AccountHead | null> {
  // No text column can hold a NUL: the database would refuse to compare with one.
  if (reference.includes("\0")) return null
  const match = isUuid(reference)
    ? sql`a.id = ${reference}`
    : sql`(a.slug = ${reference} or a.external_id = ${reference})`
  const [row] = await on.execute<AccountHead>(sql`
    select a.id, a.slug, a.external_id as "externalId", a.name, a.domain, a.industry, a.segment, a.region,
      a.language, a.lifecycle_stage as "lifecycleStage", p.name as "ownerName",
      (select sum(m.amount_cents) from arr_movement m where m.workspace_id = a.workspace_id
        and m.account_id = a.id and m.effective_on <= ${today}::date)::float8 as "arrCents",
      (select min(c.ends_on) from contract c where c.workspace_id = a.workspace_id
        and c.account_id = a.id and c.ends_on >= ${today}::date)::text as "renewsOn",
      (select max(t.happened_at)::date from touchpoint t where t.workspace_id = a.workspace_id
        and t.account_id = a.id)::text as "lastContactOn"
    from account a left join person p on p.workspace_id = a.workspace_id and p.id = a.owner_id
    where a.workspace_id = ${caller.workspaceId} and ${match}
    order by (a.slug = ${reference}) desc limit 1`)
  return row ?? null
}
