import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { sortKey } from "#lib/accounts/sort-key.ts"
import type { AccountMatch, StatedAccount } from "#lib/imports/identify-account.ts"
import type { PersonMatch } from "#lib/imports/settle-person.ts"
import type { Db } from "../client.ts"

/** One more than need be known to say that several bear a domain or name. */
const most = 3

/**
 * The accounts that rows of a file could mean, in the order of the rows: those of the id, and where there is none
 * those of the domain and of the name. Accounts that came at or after `before` are found by their id alone, so that
 * what a run makes of its own rows never changes what its other rows mean.
 */
export async function accountMatches(
  on: Db,
  caller: Caller,
  { stated, before }: { stated: readonly StatedAccount[]; before: string | null },
): Promise<readonly (readonly AccountMatch[])[]> {
  if (stated.length === 0) return []
  const names = stated.map(({ name }) => (name === null ? null : folded(name)))
  const columns = sql`a.id as "accountId", a.external_id as "externalId", a.name, a.domain`
  const since = sql`a.created_at < coalesce(${before}::timestamptz, 'infinity')`
  const rows = await on.execute<AccountMatch & { place: string }>(sql`
    with asked as (
      select * from unnest(${sql.param(stated.map(({ key }) => key))}::text[],
        ${sql.param(stated.map(({ domain }) => domain))}::text[], ${sql.param(names)}::text[],
        ${sql.param(names.map((name) => (name === null ? null : sortKey(name))))}::text[])
        with ordinality as g(key, domain, name, name_key, place)
    ), own as (
      select g.place, ${columns} from asked g
        join account a on a.workspace_id = ${caller.workspaceId} and a.external_id = g.key
    ), strange as (
      select * from asked g where not exists (select from own where own.place = g.place)
    )
    select 'id' as by, own.* from own
    union all
    select 'domain', g.place, found.* from strange g cross join lateral (
      select ${columns} from account a
      where a.workspace_id = ${caller.workspaceId} and a.domain = g.domain and ${since} limit ${most}) found
    union all
    select 'name', g.place, found.* from strange g cross join lateral (
      select ${columns} from account a
      where a.workspace_id = ${caller.workspaceId} and a.name_key = g.name_key and ${since}
        and left(regexp_replace(lower(btrim(a.name)), '\\s+', ' ', 'g'), 200) = g.name limit ${most}) found`)
  const byPlace = Map.groupBy(rows, ({ place }) => Number(place) - 1)
  return stated.map((_, place) => byPlace.get(place) ?? [])
}

const folded = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, " ").slice(0, 200)

/** When the accounts began to come that a run made: now when it made none yet. */
export async function runBegan(on: Db, caller: Caller, runId: string): Promise<string> {
  const [row] = await on.execute<{ at: string }>(sql`
    select coalesce((select after ->> 'created_at' from import_journal
      where workspace_id = ${caller.workspaceId} and run_id = ${runId}::uuid and table_name = 'account'
        and operation = 'INSERT' order by seq limit 1), now()::text) as at`)
  return row!.at
}

/**
 * Whom the id of each row means, in the order of the rows: the person who has it, else the one who bears the name
 * and is called by it, as no file gave them an id. Others of the same name have ids of their own: they are others.
 */
export async function peopleToMatch(
  on: Db,
  caller: Caller,
  stated: readonly { readonly externalId: string; readonly name: string }[],
): Promise<readonly PersonMatch[]> {
  if (stated.length === 0) return []
  const rows = await on.execute<{ place: string; id: string; externalId: string; isOwn: boolean }>(sql`
    select distinct on (g.place, p.id) g.place, p.id, p.external_id as "externalId",
      p.external_id = g.external_id as "isOwn"
    from unnest(${sql.param(stated.map(({ externalId }) => externalId))}::text[],
        ${sql.param(stated.map(({ name }) => folded(name)))}::text[]) with ordinality as g(external_id, name, place)
      join person p on p.workspace_id = ${caller.workspaceId}
        and (p.external_id = g.external_id or (lower(p.name) = g.name and lower(p.external_id) = g.name))`)
  const byPlace = Map.groupBy(rows, ({ place }) => Number(place) - 1)
  return stated.map((_, place): PersonMatch => {
    const found = byPlace.get(place) ?? []
    const own = found.find(({ isOwn }) => isOwn)
    if (own) return { is: "known", externalId: own.externalId }
    const [one] = found
    if (!one) return { is: "new" }
    if (found.length > 1) return { is: "several" }
    return { is: "adopted", personId: one.id, externalId: one.externalId }
  })
}
