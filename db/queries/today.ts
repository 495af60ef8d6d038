import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import type { BookAccount } from "#lib/today/book-account.ts"
import type { Narrowing } from "#lib/today/narrowing.ts"
import type { Mark } from "#lib/today/put-away.ts"
import type { TodayScope } from "#lib/today/schema.ts"
import type { TouchpointType } from "#lib/touchpoints/schema.ts"
import type { Db } from "../client.ts"
import { isOwnedBy, isOwnedIn } from "./list-filters.ts"
import { listSource } from "./list-source.ts"

/** The people of the caller's team: those of the same team, and everybody whom the caller leads; the caller first. */
export async function teamOf(on: Db, caller: Caller): Promise<string[]> {
  const { personId } = caller.actor
  if (personId === null) return []
  const rows = await on.execute<{ id: string }>(sql`
    with recursive led as (
      select id, team_id from person where workspace_id = ${caller.workspaceId} and id = ${personId}
      union
      select p.id, p.team_id from person p join led on p.manager_id = led.id where p.workspace_id = ${caller.workspaceId}
    )
    select id from led
    union
    select p.id from person p join person me on me.workspace_id = p.workspace_id and me.team_id = p.team_id
    where p.workspace_id = ${caller.workspaceId} and me.id = ${personId}`)
  const others = rows.map(({ id }) => id).filter((id) => id !== personId)
  return [personId, ...others]
}

/** Whose accounts a list of today is about. */
export type Book = {
  /** Beside those of the team, accounts that nobody owns. */
  readonly withUnowned?: boolean
  readonly scope: TodayScope
  /** The scope of the frame, beside whose they are. */
  readonly narrowed?: Narrowing
  readonly people: readonly string[]
  readonly today: string
}

/** Accounts of a book that have not left, with their owner; what a list of accounts would find with the same filters. */
export async function bookRows(on: Db, caller: Caller, book: Book): Promise<SQL> {
  const { whole } = await listSource(on, caller, book.today)
  return sql`select l.*, a.slug, a.name, a.lifecycle_stage, a.created_at, a.success_profile_id
    from (select * from (${whole}) w where ${narrowedTo(caller, book.narrowed ?? {})}) l
    join account a on a.workspace_id = ${caller.workspaceId} and a.id = l.account_id
    where ${ownedIn(book)}`
}

/** The same filters as the list of accounts has for them. */
const narrowedTo = (caller: Caller, { seg, team, owner }: Narrowing): SQL =>
  sql.join(
    [
      seg ? sql`segment = ${seg}` : sql`true`,
      team ? isOwnedIn(caller, team) : sql`true`,
      owner ? isOwnedBy(caller, owner) : sql`true`,
    ],
    sql` and `,
  )

const ownedIn = ({ scope, people, withUnowned = false }: Book): SQL =>
  scope === "all"
    ? sql`true`
    : sql`(l.owner_id = any (${`{${people.join(",")}}`}::uuid[]) or (${withUnowned}::boolean and l.owner_id is null))`

const notLost = sql`lifecycle_stage is distinct from 'churned'`

export type BookTotals = {
  readonly accounts: number
  readonly arrCents: number | null
  readonly actNowArrCents: number | null
  readonly renewals: number
  readonly touchpoints: number
  readonly scoredAt: Date | null
  /** Whether the workspace knows of any touchpoint, and of any account with an owner. */
  readonly knowsTouchpoints: boolean
  readonly knowsOwners: boolean
}

export const renewalDays = 90
export const touchpointDays = 28

/** Counts and sums over the whole book; lost accounts are left out. */
export async function bookTotals(
  on: Db,
  caller: Caller,
  book: Book & { timeZone: string },
): Promise<BookTotals> {
  const { today, timeZone } = book
  const rows = await bookRows(on, caller, book)
  const [row] = await on.execute<Record<string, unknown>>(sql`
    with book as materialized (
      select account_id, arr_cents, band, renews_on, scored_at from (${rows}) b where ${notLost})
    select count(*)::int as accounts, sum(arr_cents)::float8 as arr,
      sum(arr_cents) filter (where band = 'red')::float8 as act_now_arr,
      count(*) filter (where renews_on <= ${addDays(today, renewalDays)}::date)::int as renewals,
      max(scored_at)::text as scored_at,
      (select count(*)::int from touchpoint t join book b on b.account_id = t.account_id
        where t.workspace_id = ${caller.workspaceId} and ${inWindow(sql`${today}::date`, timeZone)}) as touchpoints,
      exists (select 1 from touchpoint where workspace_id = ${caller.workspaceId}) as knows_touchpoints,
      exists (select 1 from account where workspace_id = ${caller.workspaceId} and owner_id is not null) as knows_owners
    from book`)
  const money = (value: unknown) => (value == null ? null : Number(value))
  return {
    accounts: Number(row?.accounts ?? 0),
    arrCents: money(row?.arr),
    actNowArrCents: money(row?.act_now_arr),
    renewals: Number(row?.renewals ?? 0),
    touchpoints: Number(row?.touchpoints ?? 0),
    scoredAt: row?.scored_at ? new Date(row.scored_at as string) : null,
    knowsTouchpoints: row?.knows_touchpoints === true,
    knowsOwners: row?.knows_owners === true,
  }
}

/** Touchpoints `t` of the four weeks that end with a day. */
export const inWindow = (day: SQL, timeZone: string): SQL => sql`
  t.happened_at >= (${day} - ${touchpointDays - 1}::int)::timestamp at time zone ${timeZone}
  and t.happened_at < (${day} + 1)::timestamp at time zone ${timeZone}`

/** The accounts of a book with what could ask for attention, the largest by ARR when there are more than wanted. */
export async function bookAccounts(
  on: Db,
  caller: Caller,
  { limit, timeZone, since, ...book }: Book & { limit: number; timeZone: string; since?: string },
): Promise<BookAccount[]> {
  const { today } = book
  const workspace = caller.workspaceId
  const rows = await bookRows(on, caller, book)
  const found = await on.execute<BookAccount & { arrCents: string | null }>(sql`
    with book as materialized (
      select * from (${rows}) b where ${notLost} order by tie_order, name_key, account_id limit ${limit})
    select b.account_id as id, b.slug, b.name, b.segment, p.name as "ownerName", b.arr_cents as "arrCents",
      b.renews_on::text as "renewsOn", b.last_contact_on::text as "lastContactOn", t.next_planned_on::text as "plannedOn",
      (b.created_at at time zone ${timeZone})::date::text as "createdOn", s.cadence_days as "cadenceDays",
      b.health, b.band as "countedBand", h.value, coalesce(h.band::text, 'insufficient') as band, h.trend, h.week_ago_value as "weekAgo",
      case when h.day = ${today}::date then y.value end as earlier, h.reasons -> 0 as reason
    from book b
    left join person p on p.workspace_id = ${workspace} and p.id = b.owner_id
    left join account_health h on h.workspace_id = ${workspace} and h.account_id = b.account_id
    left join health_score y on y.workspace_id = ${workspace} and y.account_id = b.account_id
      and y.day = ${since ?? addDays(today, -1)}::date
    left join lateral (select t.next_planned_on from touchpoint t
      where t.workspace_id = ${workspace} and t.account_id = b.account_id
      order by t.happened_at desc limit 1) t on true
    left join lateral (select s.cadence_days from success_profile s
      where s.workspace_id = ${workspace} and case when b.success_profile_id is null then s.segment::text = b.segment
        else s.name = (select o.name from success_profile o
          where o.workspace_id = ${workspace} and o.id = b.success_profile_id) end
      order by s.version desc, s.created_at desc limit 1) s on true
    order by b.tie_order, b.name_key, b.account_id`)
  return found.map((row) => ({ ...row, arrCents: row.arrCents === null ? null : Number(row.arrCents) }))
}

/** What the caller has put away from the list, newest first; long past ones no longer matter. */
export async function todayMarks(
  on: Db,
  caller: Caller,
  { timeZone }: { timeZone: string },
): Promise<Mark[]> {
  const { loginId } = caller.actor
  if (!loginId) return []
  const rows = await on.execute<Mark>(sql`
    select item_key as "itemKey", kind, until_day::text as "untilDay",
      (marked_at at time zone ${timeZone})::date::text as "markedOn"
    from today_mark where workspace_id = ${caller.workspaceId} and login_id = ${loginId}
    order by marked_at desc limit 5000`)
  return [...rows]
}

/** How many accounts of the book a source told of in the last quarter, and their ARR. */
export async function toldBySource(
  on: Db,
  caller: Caller,
  { sourceKey, accountIds, today }: { sourceKey: string; accountIds: readonly string[]; today: string },
): Promise<{ accounts: number; arrCents: number | null }> {
  const [row] = await on.execute<{ accounts: number; arr: number | null }>(sql`
    select count(*)::int as accounts, sum(l.arr_cents)::float8 as arr
    from account_list l join source s on s.workspace_id = l.workspace_id and s.key = ${sourceKey}
    -- The limit lets each account be looked up by itself: as a condition, all readings of the quarter would be read.
    cross join lateral (select 1 from signal g where g.workspace_id = l.workspace_id and g.account_id = l.account_id
      and g.source_id = s.id and g.day > ${addDays(today, -91)}::date limit 1) told
    where l.workspace_id = ${caller.workspaceId} and l.account_id = any (${`{${accountIds.join(",")}}`}::uuid[])`)
  return { accounts: row?.accounts ?? 0, arrCents: row?.arr ?? null }
}

export type BookTouchpoint = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly type: TouchpointType
  readonly happenedAt: Date
  readonly personName: string | null
}

/** The touchpoints behind the number of the book, newest first. */
export async function bookTouchpoints(
  on: Db,
  caller: Caller,
  { timeZone, limit, ...book }: Book & { timeZone: string; limit: number },
): Promise<BookTouchpoint[]> {
  const rows = await on.execute<Omit<BookTouchpoint, "happenedAt"> & { at: string }>(sql`
    with book as materialized (
      select account_id, slug, name from (${await bookRows(on, caller, book)}) b where ${notLost})
    select t.id, b.slug, b.name, t.type, t.happened_at::text as at, p.name as "personName"
    from touchpoint t join book b on b.account_id = t.account_id
    left join person p on p.workspace_id = t.workspace_id and p.id = t.person_id
    where t.workspace_id = ${caller.workspaceId} and ${inWindow(sql`${book.today}::date`, timeZone)}
    order by t.happened_at desc, t.id limit ${limit}`)
  return rows.map(({ at, ...row }) => ({ ...row, happenedAt: new Date(at) }))
}

/** What a workspace has been given so far. */
export type Setup = {
  readonly accounts: boolean
  readonly people: boolean
  readonly measures: boolean
  readonly model: boolean
}

export async function setupOf(on: Db, caller: Caller): Promise<Setup> {
  const has = (table: string, more = sql``) =>
    sql`exists (select 1 from ${sql.raw(table)} where workspace_id = ${caller.workspaceId} ${more})`
  const [row] = await on.execute<Setup>(sql`
    select ${has("account")} as accounts, ${has("person")} as people, ${has("measure")} as measures,
      ${has("health_model", sql`and state = 'published'`)} as model`)
  return row ?? { accounts: false, people: false, measures: false, model: false }
}
