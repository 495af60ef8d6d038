import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"
import { plainArray } from "../plain-array.ts"

export type MissingParent = {
  readonly externalId: string
  /** The name of the parent that the account has now. */
  readonly before: string | null
}

/** Of these accounts those whose stated parent is not there, or not yet. */
export async function missingParents(
  on: Db,
  caller: Caller,
  links: readonly { readonly externalId: string; readonly parentExternalId: string }[],
): Promise<readonly MissingParent[]> {
  if (links.length === 0) return []
  const rows = await on.execute<MissingParent>(sql`
    select g.child as "externalId", p.name as before
    from unnest(${sql.param(links.map(({ externalId }) => externalId))}::text[],
        ${sql.param(links.map(({ parentExternalId }) => parentExternalId))}::text[]) as g(child, parent)
      join account a on a.workspace_id = ${caller.workspaceId} and a.external_id = g.child
      left join account p on p.workspace_id = a.workspace_id and p.id = a.parent_id
    where g.child <> g.parent and not exists (
      select 1 from account s where s.workspace_id = ${caller.workspaceId} and s.external_id = g.parent)`)
  return [...rows]
}

type Page = { readonly runId: string; readonly after: number; readonly limit: number }

/**
 * The accounts or people of which a run changed something, in the order in which it did, after one of its changes:
 * the row itself, or what belongs to it.
 */
export async function changedByRun(
  on: Db,
  caller: Caller,
  { runId, after, limit }: Page,
): Promise<readonly { readonly seq: number; readonly id: string }[]> {
  const rows = await on.execute<{ seq: string; id: string }>(sql`
    select seq, coalesce(after ->> 'account_id', after ->> 'person_id', after ->> 'id') as id from import_journal
    where workspace_id = ${caller.workspaceId} and run_id = ${runId}::uuid and seq > ${after}
      and table_name in ('account', 'contract', 'arr_movement', 'person', 'cost_rate') and after is not null
    order by seq limit ${limit}`)
  return rows.map(({ seq, id }) => ({ seq: Number(seq), id }))
}

/** Of these accounts those of which a run wrote, replaced or withdrew a reading. */
export async function readByRun(
  on: Db,
  caller: Caller,
  { runId, accountIds }: { runId: string; accountIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (accountIds.length === 0) return new Set()
  const rows = await on.execute<{ id: string }>(sql`
    select g.id from unnest(${plainArray(accountIds)}::uuid[]) as g(id)
      join sync_run r on r.workspace_id = ${caller.workspaceId} and r.id = ${runId}::uuid
    where exists (select 1 from signal s where s.workspace_id = r.workspace_id and s.account_id = g.id
          and s.run_number = r.number and s.day between r.first_day and r.last_day)
      or exists (select 1 from signal_prior p where p.workspace_id = r.workspace_id and p.replaced_by = r.number
          and p.account_id = g.id)`)
  return new Set(rows.map(({ id }) => id))
}

/** The ids of people by their external ids, and the names of their managers as they are now. */
export async function managedPeople(
  on: Db,
  caller: Caller,
  externalIds: readonly string[],
): Promise<readonly { readonly id: string; readonly externalId: string; readonly manager: string | null }[]> {
  if (externalIds.length === 0) return []
  const rows = await on.execute<{ id: string; externalId: string; manager: string | null }>(sql`
    select p.id, p.external_id as "externalId", m.name as manager
    from person p left join person m on m.workspace_id = p.workspace_id and m.id = p.manager_id
    where p.workspace_id = ${caller.workspaceId} and p.external_id = any (${sql.param(externalIds)}::text[])`)
  return [...rows]
}

/** What accounts, people and teams of these ids are called. */
export async function namesOf(
  on: Db,
  caller: Caller,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const asked = sql`workspace_id = ${caller.workspaceId} and id = any (${plainArray(ids)}::uuid[])`
  const rows = await on.execute<{ id: string; name: string }>(sql`
    select id, name from account where ${asked} union all select id, name from person where ${asked}
    union all select id, name from team where ${asked}`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
