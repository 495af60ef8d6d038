import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { JobFunction } from "#lib/people/schema.ts"
import type { TouchpointType } from "#lib/touchpoints/schema.ts"
import type { Db } from "../client.ts"
import { plainArray } from "../plain-array.ts"

export type StoredContract = {
  readonly externalId: string
  readonly accountId: string
  readonly startsOn: string
  readonly endsOn: string
}

/** The contracts of these accounts, and those of these external ids. */
export async function storedContracts(
  on: Db,
  caller: Caller,
  { accountIds, externalIds }: { accountIds: readonly string[]; externalIds: readonly string[] },
): Promise<StoredContract[]> {
  const rows = await on.execute<StoredContract>(sql`
    select external_id as "externalId", account_id as "accountId", starts_on::text as "startsOn",
      ends_on::text as "endsOn"
    from contract where workspace_id = ${caller.workspaceId}
      and (account_id = any (${plainArray(accountIds)}::uuid[]) or external_id = any (${sql.param(externalIds)}::text[]))`)
  return [...rows]
}

/** The numbers of products by the texts that a file calls them: their number, else their name. */
export async function productNumbers(
  on: Db,
  caller: Caller,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await on.execute<{ given: string; sku: string }>(sql`
    select distinct on (g.given) g.given, p.sku from unnest(${sql.param([...new Set(names)])}::text[]) as g(given)
      join product p on p.workspace_id = ${caller.workspaceId} and (p.sku = g.given or lower(p.name) = lower(g.given))
    order by g.given, p.sku <> g.given, p.sku`)
  return new Map(rows.map(({ given, sku }) => [given, sku]))
}

export type StoredPerson = {
  readonly externalId: string
  readonly name: string
  readonly position: string
  readonly jobFunction: JobFunction
  readonly manager: string | null
  readonly team: string | null
  readonly fte: number
  readonly timeZone: string | null
  readonly startedOn: string | null
  readonly endedOn: string | null
}

/** People by external id; manager as an external id, team as a name. */
export async function storedPeople(
  on: Db,
  caller: Caller,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, StoredPerson>> {
  const rows = await on.execute<StoredPerson>(sql`
    select p.external_id as "externalId", p.name, p.position, p.job_function as "jobFunction",
      m.external_id as manager, t.name as team, p.fte::float8 as fte, p.time_zone as "timeZone",
      p.started_on::text as "startedOn", p.ended_on::text as "endedOn"
    from person p
      left join person m on m.workspace_id = p.workspace_id and m.id = p.manager_id
      left join team t on t.workspace_id = p.workspace_id and t.id = p.team_id
    where p.workspace_id = ${caller.workspaceId}
      and p.external_id = any (${sql.param(externalIds)}::text[])`)
  return new Map(rows.map((row) => [row.externalId, row]))
}

/** What an hour of these people costs on a day, by external id. */
export async function ratesInForce(
  on: Db,
  caller: Caller,
  { externalIds, day }: { externalIds: readonly string[]; day: string },
): Promise<ReadonlyMap<string, { readonly hourlyCents: number; readonly currency: string }>> {
  const rows = await on.execute<{ externalId: string; hourlyCents: number; currency: string }>(sql`
    select distinct on (p.id) p.external_id as "externalId", c.hourly_cents::float8 as "hourlyCents", c.currency
    from person p join cost_rate c on c.workspace_id = p.workspace_id and c.person_id = p.id
    where p.workspace_id = ${caller.workspaceId} and p.external_id = any (${sql.param(externalIds)}::text[])
      and c.valid_from <= ${day}::date
    order by p.id, c.valid_from desc`)
  return new Map(rows.map((row) => [row.externalId, row]))
}

export async function teamNames(on: Db, caller: Caller): Promise<ReadonlySet<string>> {
  const rows = await on.execute<{ name: string }>(sql`
    select name from team where workspace_id = ${caller.workspaceId}`)
  return new Set(rows.map(({ name }) => name))
}

/** Names of skills with their kind. */
export async function skillKinds(on: Db, caller: Caller): Promise<ReadonlyMap<string, string>> {
  const rows = await on.execute<{ name: string; kind: string }>(sql`
    select name, kind from skill where workspace_id = ${caller.workspaceId}`)
  return new Map(rows.map(({ name, kind }) => [name, kind]))
}

export type StoredLevel = {
  readonly person: string
  readonly skill: string
  readonly level: number
  readonly assessor: string | null
  readonly assessedOn: string
}

/** The levels of these people, who are named by their external ids. */
export async function storedLevels(
  on: Db,
  caller: Caller,
  externalIds: readonly string[],
): Promise<StoredLevel[]> {
  const rows = await on.execute<StoredLevel>(sql`
    select p.external_id as person, s.name as skill, k.level, a.external_id as assessor,
      k.assessed_on::text as "assessedOn"
    from person p
      join person_skill k on k.workspace_id = p.workspace_id and k.person_id = p.id
      join skill s on s.workspace_id = p.workspace_id and s.id = k.skill_id
      left join person a on a.workspace_id = p.workspace_id and a.id = k.assessor_id
    where p.workspace_id = ${caller.workspaceId} and p.external_id = any (${sql.param(externalIds)}::text[])`)
  return [...rows]
}

export type StoredTouchpoint = {
  readonly externalId: string
  readonly accountId: string
  readonly type: TouchpointType
  /** ISO instant in UTC. */
  readonly happenedAt: string
  readonly person: string | null
  readonly contacts: readonly string[]
  readonly note: string | null
  readonly nextPlannedOn: string | null
}

/** Touchpoints of these external ids, and those of these accounts at these instants. */
export async function storedTouchpoints(
  on: Db,
  caller: Caller,
  given: {
    externalIds: readonly string[]
    places: readonly { accountId: string; happenedAt: string }[]
  },
): Promise<StoredTouchpoint[]> {
  const rows = await on.execute<StoredTouchpoint>(sql`
    with hit as (
      select id from touchpoint where workspace_id = ${caller.workspaceId}
        and external_id = any (${sql.param(given.externalIds)}::text[])
      union
      select t.id
      from unnest(${plainArray(given.places.map(({ accountId }) => accountId))}::uuid[],
          ${plainArray(given.places.map(({ happenedAt }) => happenedAt))}::timestamptz[]) as g(account_id, happened_at)
        join touchpoint t on t.workspace_id = ${caller.workspaceId} and t.account_id = g.account_id
          and t.happened_at = g.happened_at
    )
    select t.external_id as "externalId", t.account_id as "accountId", t.type,
      to_char(t.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "happenedAt",
      p.external_id as person, t.note, t.next_planned_on::text as "nextPlannedOn",
      array(select c.external_id from contact c where c.workspace_id = t.workspace_id
        and c.id = any (t.contact_ids) order by c.external_id) as contacts
    from hit join touchpoint t on t.workspace_id = ${caller.workspaceId} and t.id = hit.id
      left join person p on p.workspace_id = t.workspace_id and p.id = t.person_id`)
  return [...rows]
}
