import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { AccountSortKey, AccountsQuery } from "#lib/accounts/list-query.ts"
import type { LifecycleStage, Segment } from "#lib/accounts/schema.ts"
import type { ScoreReason } from "#lib/health/reasons.ts"
import type { ScoreBand } from "#lib/health/schema.ts"
import { isUuid } from "#lib/id.ts"
import type { Db } from "../client.ts"
import { accountFacts } from "./account-facts.ts"

export const accountsPageSize = 50

export type AccountListRow = {
  id: string
  slug: string
  name: string
  health: number | null
  band: ScoreBand
  /** A person's judgement counts instead of the computed score. */
  isJudged: boolean
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
  /** Of those without a score: not looked at yet, as in the minute after an import. */
  notYetScored: number
  scoredAt: Date | null
}

const sortColumns: Record<AccountSortKey, SQL> = {
  name: sql`name_key`,
  health: sql`health`,
  coverage: sql`coverage`,
  arr: sql`arr_cents`,
  renewal: sql`renews_on`,
  segment: sql`segment`,
  owner: sql`lower(owner_name) collate "C"`,
  contact: sql`last_contact_on`,
}

/**
 * The accounts of the workspace with what the list shows; days are those of `today`'s calendar. A judgement that is
 * in force counts instead of the computed score, with the band that the score's own edges give it: the rule of
 * `effectiveHealth`, written a second time for the database and tied to it by a test.
 */
function book(caller: Caller, today: string): SQL {
  const workspace = caller.workspaceId
  const now = caller.now.toISOString()
  return sql`
    select a.id, a.slug, a.name, a.name_key, a.segment, a.owner_id, p.name as owner_name,
      coalesce(o.value, h.value) as health,
      case when o.value is null then coalesce(h.band, 'insufficient')
        when o.value <= o.red_up_to then 'red' when o.value <= o.yellow_up_to then 'yellow'
        else 'green' end as band,
      o.value is not null as is_judged, coalesce(h.coverage, 0) as coverage,
      h.reasons, h.trend, h.value - h.week_ago_value as change, h.computed_at, ${accountFacts(caller, today)}
    from account a
    left join account_health h on h.workspace_id = a.workspace_id and h.account_id = a.id
    left join person p on p.workspace_id = a.workspace_id and p.id = a.owner_id
    left join lateral (
      select v.value, (s.score->'bands'->>'redUpTo')::int as red_up_to,
        (s.score->'bands'->>'yellowUpTo')::int as yellow_up_to
      from health_override v
      join health_score s on s.workspace_id = v.workspace_id and s.account_id = v.account_id and s.day = h.day
      where v.workspace_id = ${workspace} and v.account_id = a.id and v.ended_at is null
        and v.set_at <= ${now}::timestamptz and v.expires_at > ${now}::timestamptz
      order by v.set_at desc, v.id desc limit 1
    ) o on true
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
    select id, slug, name, health, band, is_judged, coverage, reasons, trend, change, arr_cents, renews_on::text,
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
    isJudged: row.is_judged as boolean,
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
      count(*) filter (where computed_at is null)::int as not_yet_scored,
      max(computed_at)::text as scored_at
    from matching`)
  return {
    all: Number(row?.all ?? 0),
    matching: Number(row?.matching ?? 0),
    needAttention: Number(row?.need_attention ?? 0),
    needAttentionArrCents: row?.need_attention_arr == null ? null : Number(row.need_attention_arr),
    withoutScore: Number(row?.without_score ?? 0),
    notYetScored: Number(row?.not_yet_scored ?? 0),
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

/**
 * How a text names an account: an address of a page by slug first, a `customer_id` of the API never by slug, so
 * that an account that happens to be called like another one's id cannot stand in its place.
 */
export type ReferenceKind = "address" | "customer_id"

/** The account that a text names; null when it does not exist in the caller's workspace. */
export async function accountByReference(
  on: Db,
  caller: Caller,
  { reference, kind, today }: { reference: string; kind: ReferenceKind; today: string },
): Promise<AccountHead | null> {
  // No text column can hold a NUL: the database would refuse to compare with one.
  if (reference.includes("\0")) return null
  const isId = isUuid(reference) ? sql`a.id = ${reference}` : sql`false`
  const isSlug = kind === "address" ? sql`a.slug = ${reference}` : sql`false`
  const [row] = await on.execute<AccountHead>(sql`
    with found as (
      select a.*, p.name as owner_name, ${accountFacts(caller, today)}
      from account a left join person p on p.workspace_id = a.workspace_id and p.id = a.owner_id
      where a.workspace_id = ${caller.workspaceId} and (${isSlug} or ${isId} or a.external_id = ${reference})
      order by case when ${isSlug} then 0 when ${isId} then 1 else 2 end, a.id limit 1
    )
    select id, slug, external_id as "externalId", name, domain, industry, segment, region, language,
      lifecycle_stage as "lifecycleStage", owner_name as "ownerName", arr_cents as "arrCents",
      renews_on::text as "renewsOn", last_contact_on::text as "lastContactOn" from found`)
  return row ?? null
}
