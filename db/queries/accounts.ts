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
import { listFilters } from "./list-filters.ts"
import { type ListOrder, orderBy, orderOf } from "./list-order.ts"
import { glancedPage, siftedPage, walkedPages } from "./list-page.ts"
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
  /** There was no score a week ago to tell a move from. */
  hasNoWeekAgo: boolean
  reasons: ScoreReason[]
  coverage: number
  /** Null when no movement of it is known. */
  arrCents: number | null
  currency: string
  renewsOn: string | null
  /** Cents a year at stake: 0 for a lost account; null when ARR is not known. */
  exposureCents: number | null
  segment: Segment | null
  stage: LifecycleStage | null
  ownerId: string | null
  ownerName: string | null
  lastContactOn: string | null
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

/**
 * One page of accounts, the largest exposure first unless the query says otherwise; ties by revenue, name and id. An
 * index is walked from the position on, so that a page deep inside costs what the first does.
 */
export async function accountRows(
  on: Db,
  caller: Caller,
  asked: Asked & { currency: string; size?: number },
): Promise<AccountsPage> {
  const { query, position, today, currency, size = accountsPageSize } = asked
  const order = orderOf(query)
  const source = await listSource(on, caller, today)
  const matching = listFilters(caller, { query, today })
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
    select m.account_id as id, a.external_id, a.slug, a.name, m.is_lost, m.health, m.band, m.is_judged, m.coverage,
      h.reasons, h.trend, h.value - h.week_ago_value as change, m.arr_cents, m.renews_on::text as renewal,
      m.exposure_cents, m.segment, m.stage, m.owner_id, p.name as owner_name, m.last_contact_on::text as contact, m.name_key, to_jsonb(${order.told}) as place
    from (${page}) m
    join (select id, external_id, slug, name from account
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
    hasNoWeekAgo: row.change === null,
    reasons: (row.reasons as ScoreReason[] | null) ?? [],
    coverage: Number(row.coverage),
    arrCents: row.arr_cents === null ? null : Number(row.arr_cents),
    currency,
    renewsOn: row.renewal as string | null,
    exposureCents: shownExposure(row),
    segment: row.segment as Segment | null,
    stage: row.stage as LifecycleStage | null,
    ownerId: row.owner_id as string | null,
    ownerName: row.owner_name as string | null,
    lastContactOn: row.contact as string | null,
  }
}

/** The order puts lost accounts behind and counts unknown ARR as nothing; who reads is told which it is. */
function shownExposure(row: Record<string, unknown>): number | null {
  if (row.is_lost) return 0
  return row.arr_cents === null ? null : Number(row.exposure_cents)
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
