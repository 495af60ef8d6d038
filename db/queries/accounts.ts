import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { ListPlace, ListPosition } from "#lib/accounts/list-cursor.ts"
import { type AccountsQuery, accountsPageSize } from "#lib/accounts/list-query.ts"
import type { LifecycleStage, Segment } from "#lib/accounts/schema.ts"
import type { ScoreReason } from "#lib/health/reasons.ts"
import type { ScoreBand } from "#lib/health/schema.ts"
import { isUuid } from "#lib/id.ts"
import type { Db } from "../client.ts"
import { accountFacts } from "./account-facts.ts"
import { foldedName } from "./account-list.ts"
import { isBeyond, type ListOrder, orderBy, orderOf } from "./list-order.ts"
import { glancedPage, siftedPage, walkedPages, withOwners } from "./list-page.ts"
import { listSource } from "./list-source.ts"

export type AccountListRow = {
  id: string
  externalId: string
  slug: string
  name: string
  health: number | null
  band: ScoreBand
  /** A person's judgement counts instead of the computed score. */
  isJudged: boolean
  /** The customer has left. */
  isLost: boolean
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

export type AccountsPage = {
  readonly rows: AccountListRow[]
  /** Where the page begins and ends; null when it has no rows. */
  readonly first: ListPlace | null
  readonly last: ListPlace | null
  /** Whether there are rows further on, on the side that was asked for. */
  readonly hasMore: boolean
}

type Asked = { query: AccountsQuery; position: ListPosition | null; today: string }

function filters(caller: Caller, query: AccountsQuery): SQL {
  const parts = [sql`true`]
  if (query.q)
    parts.push(sql`(strpos(name_fold, ${foldedName(sql`${query.q}::text`)}) > 0 or account_id = (
      select a.id from account a where a.workspace_id = ${caller.workspaceId} and a.slug = ${query.q}))`)
  if (query.band) parts.push(sql`band = ${query.band}`)
  if (query.segment) parts.push(sql`segment = ${query.segment}`)
  if (query.owner) parts.push(isUuid(query.owner) ? sql`owner_id = ${query.owner}` : sql`false`)
  return sql.join(parts, sql` and `)
}

/**
 * One page of accounts, worst health first unless the query says otherwise; ties by revenue, name and id. An index
 * is walked from the position on, so that a page deep inside costs what the first does.
 */
export async function accountRows(
  on: Db,
  caller: Caller,
  asked: Asked & { currency: string; size?: number },
): Promise<AccountsPage> {
  const { query, position, today, currency, size = accountsPageSize } = asked
  const order = orderOf(query)
  const source = await listSource(on, caller, today)
  const matching = filters(caller, query)
  const from = { source, matching, order, position, limit: size + 1 }
  const read = (page: SQL) => shown(on, caller, { page, order, position })
  let found: Record<string, unknown>[] = []
  if (query.q) {
    const glance = glancedPage(caller, from)
    if (glance) found = await read(glance)
    if (found.length <= size) found = await read(siftedPage(caller, from))
  } else {
    for (const page of walkedPages(caller, from)) {
      found.push(...(await read(page(size + 1 - found.length))))
      if (found.length > size) break
    }
  }
  const kept = found.slice(0, size)
  if (position?.direction === "before") kept.reverse()
  return {
    rows: kept.map((row) => toListRow(row, currency)),
    first: placeOf(kept[0]),
    last: placeOf(kept.at(-1)),
    hasMore: found.length > size,
  }
}

/** The rows of a page with what is shown of them beside what they are found by. */
async function shown(
  on: Db,
  caller: Caller,
  { page, order, position }: { page: SQL; order: ListOrder; position: ListPosition | null },
): Promise<Record<string, unknown>[]> {
  return on.execute<Record<string, unknown>>(sql`
    select m.account_id as id, a.external_id, a.slug, a.name, a.is_lost, m.health, m.band, m.is_judged, m.coverage, h.reasons, h.trend,
      h.value - h.week_ago_value as change, m.arr_cents, m.renews_on::text as renewal, m.segment,
      p.name as owner_name, m.last_contact_on::text as contact, m.name_key, to_jsonb(${order.told}) as place
    from (${page}) m
    join (select id, external_id, slug, name, lifecycle_stage is not distinct from 'churned' as is_lost from account
      where workspace_id = ${caller.workspaceId}) a on a.id = m.account_id
    left join (select account_id as scored_id, reasons, trend, value, week_ago_value from account_health
      where workspace_id = ${caller.workspaceId}) h on h.scored_id = m.account_id
    left join (select id, name from person where workspace_id = ${caller.workspaceId}) p on p.id = m.owner_id
    order by ${orderBy(order, position, "all")}`)
}

function placeOf(row: Record<string, unknown> | undefined): ListPlace | null {
  if (!row) return null
  return {
    value: row.place as string | number | null,
    arrCents: row.arr_cents === null ? null : Number(row.arr_cents),
    nameKey: row.name_key as string,
    id: row.id as string,
  }
}

function toListRow(row: Record<string, unknown>, currency: string): AccountListRow {
  const isSignal = row.trend === "up" || row.trend === "down"
  return {
    id: row.id as string,
    externalId: row.external_id as string,
    slug: row.slug as string,
    name: row.name as string,
    health: row.health as number | null,
    band: row.band as ScoreBand,
    isJudged: row.is_judged as boolean,
    isLost: row.is_lost as boolean,
    signalChange: isSignal ? (row.change as number | null) : null,
    reasons: (row.reasons as ScoreReason[] | null) ?? [],
    coverage: Number(row.coverage),
    arrCents: row.arr_cents === null ? null : Number(row.arr_cents),
    currency,
    renewsOn: row.renewal as string | null,
    segment: row.segment as Segment | null,
    ownerName: row.owner_name as string | null,
    lastContactOn: row.contact as string | null,
  }
}

/** Counts and sums over exactly the rows that the list's filters leave, in one pass. */
export async function accountTotals(
  on: Db,
  caller: Caller,
  { query, position, today }: Asked,
): Promise<AccountTotals> {
  const order = orderOf(query)
  const { whole } = await listSource(on, caller, today)
  const [row] = await on.execute<Record<string, unknown>>(sql`
    select count(*)::int as "all", count(*) filter (where matches)::int as matching,
      count(*) filter (where matches and is_lost)::int as lost,
      count(*) filter (where is_counted and band = 'red')::int as need_attention,
      sum(arr_cents) filter (where is_counted and band = 'red')::float8 as need_attention_arr,
      count(*) filter (where is_counted and health is null)::int as without_score,
      count(*) filter (where is_counted and scored_at is null)::int as not_yet_scored,
      (max(scored_at) filter (where matches))::text as scored_at,
      count(*) filter (where matches and is_beyond)::int as beyond
    from (
      select l.*, lost_id is not null as is_lost, matches and lost_id is null as is_counted
      from (
        select account_id, band, health, arr_cents, scored_at, ${filters(caller, query)} as matches,
          ${position ? isBeyond(order, position) : sql`false`} as is_beyond
        from (${position ? withOwners(caller, whole, order) : whole}) l offset 0
      ) l
      left join (select id as lost_id from account
        where workspace_id = ${caller.workspaceId} and lifecycle_stage = 'churned') c on c.lost_id = l.account_id
    ) l`)
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
