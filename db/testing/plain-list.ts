import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { exposureCents } from "#lib/accounts/exposure.ts"
import { type AccountSortKey, type AccountsQuery, sortKeyOf, sortOf } from "#lib/accounts/list-query.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { dayOf } from "#lib/format/instant.ts"
import type { Db } from "../client.ts"
import { accountFacts } from "../queries/account-facts.ts"

export type PlainRow = {
  id: string
  name: string
  name_key: string
  segment: string | null
  owner_id: string | null
  owner: string | null
  health: number | null
  band: string
  is_lost: boolean
  stage: string | null
  today: string
  arr_cents: number | null
  renewal: string | null
  contact: string | null
}

/** What the list ought to say, row by row from its sources, with nothing kept and nothing clever. */
export async function plainList(on: Db, caller: Caller, timeZone: string): Promise<PlainRow[]> {
  const now = caller.now.toISOString()
  const today = dayOf(caller.now, timeZone)
  return on.execute<PlainRow>(sql`
    with book as (
      select a.*, p.name as owner_name, h.value, h.band, ${accountFacts(caller, today)},
        (select v.value from health_override v where h.value is not null and v.workspace_id = a.workspace_id
          and v.account_id = a.id and v.ended_at is null and v.set_at <= ${now}::timestamptz
          and v.expires_at > ${now}::timestamptz order by v.set_at desc, v.id desc limit 1) as judged
      from account a
      left join account_health h on h.workspace_id = a.workspace_id and h.account_id = a.id
      left join person p on p.workspace_id = a.workspace_id and p.id = a.owner_id
      where a.workspace_id = ${caller.workspaceId}
    )
    select id, name, name_key, segment::text, owner_id, lower(owner_name) as owner, coalesce(judged, value) as health,
      case when judged is null then coalesce(band::text, 'insufficient')
        when judged <= 50 then 'red' when judged <= 75 then 'yellow' else 'green' end as band,
      coalesce(lifecycle_stage::text = 'churned', false) as is_lost, lifecycle_stage::text as stage,
      ${today} as today, arr_cents, renews_on::text as renewal, last_contact_on::text as contact
    from book`)
}

export const exposureOf = (row: PlainRow): number | null =>
  exposureCents({
    health: row.health,
    arrCents: row.arr_cents,
    renewsOn: row.renewal,
    today: row.today,
    isLost: row.is_lost,
  })

const keys: Record<AccountSortKey, (row: PlainRow) => string | number | null> = {
  exposure: (row) => (row.is_lost ? null : (exposureOf(row) ?? 0)),
  name: (row) => row.name_key,
  health: (row) => row.health,
  arr: (row) => row.arr_cents,
  renewal: (row) => row.renewal,
  owner: (row) => row.owner,
  contact: (row) => row.contact,
}

/** The ids that a query finds, in its order: unknown values last, ties by revenue, name and id. */
export function plainlySorted(rows: readonly PlainRow[], query: AccountsQuery): string[] {
  const key = keys[sortKeyOf(query)]
  const falling = sortOf(query).startsWith("-")
  return rows
    .filter((row) => (query.band ?? row.band) === row.band && (query.segment ?? row.segment) === row.segment)
    .filter(
      (row) => (query.owner ?? row.owner_id) === row.owner_id && (query.stage ?? row.stage) === row.stage,
    )
    .filter((row) => query.lost === undefined || !row.is_lost)
    .filter(
      (row) => query.due === undefined || (row.renewal !== null && row.renewal <= addDays(row.today, 90)),
    )
    .filter((row) => query.quiet === undefined || (row.contact ?? "") <= addDays(row.today, -30))
    .filter((row) => row.name.toLowerCase().includes((query.q ?? "").toLowerCase()))
    .toSorted(
      (a, b) =>
        unknownLast(key(a), key(b), falling) ||
        unknownLast(a.arr_cents, b.arr_cents, true) ||
        unknownLast(a.name_key, b.name_key, false) ||
        unknownLast(a.id, b.id, false),
    )
    .map(({ id }) => id)
}

function unknownLast(a: string | number | null, b: string | number | null, falling: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  const rising = typeof a === "string" && typeof b === "string" ? bytewise(a, b) : Number(a) - Number(b)
  return falling ? -rising : rising
}

const bytewise = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
