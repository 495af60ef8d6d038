import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { TimelineDays, TimelineKind, TimelineQuery } from "#lib/timeline/schema.ts"
import { type StoredEntry, storedFacts } from "#lib/timeline/stored-facts.ts"
import type { Db } from "../client.ts"

type Asked = {
  accountId: string
  query: TimelineQuery
  days?: TimelineDays
  today: string
  limit: number
}

/**
 * What is stored of an account's past beyond a cursor, the newest first, in one statement. Days stand as
 * "2026-11-16T", instants as the workspace's clock tells them; what is still to come is left out.
 */
export async function timelineEntries(
  on: Db,
  caller: Caller,
  { accountId, query, days = null, today, limit }: Asked,
): Promise<StoredEntry[]> {
  const { kind, before } = query
  const kinds = kindsOf(caller, accountId)
  const parts = Object.entries(kinds).filter(([each]) => kind === null || each === kind)
  if (parts.length === 0) return []
  const union = sql.join(
    parts.map(
      ([each, part]) => sql`select ${sql.raw(`'${each}'`)} as kind, id, at, day, facts from (${part}) part`,
    ),
    sql` union all `,
  )
  const cut = before === null ? sql`true` : sql`wall || '~' || kind || '~' || id < ${before} collate "C"`
  const rows = await on.execute<{ kind: string; wall: string; id: string; facts: object }>(sql`
    select kind, wall, id, facts from (
      select e.kind, e.id, e.facts, coalesce(e.day::text || 'T',
        to_char(e.at at time zone z.time_zone, 'YYYY-MM-DD"T"HH24:MI:SS.US')) as wall
      from (${union}) e
      cross join (select time_zone from workspace where id = ${caller.workspaceId}) z
    ) told
    where left(wall, 10) between ${days?.from ?? ""} and ${days?.to ?? today} and ${cut}
    order by (wall || '~' || kind || '~' || id) collate "C" desc limit ${limit}`)
  return rows.map(({ kind: each, wall, id, facts }) => ({
    wall,
    id,
    facts: storedFacts.parse({ ...facts, kind: each }),
  }))
}

const noInstant = sql.raw("null::timestamptz as at")
const noDay = sql.raw("null::date as day")

/** One select for each kind that is stored: id, its instant or its day, and what is told of it. */
function kindsOf(caller: Caller, accountId: string): Partial<Record<TimelineKind, SQL>> {
  const mine = sql`workspace_id = ${caller.workspaceId} and account_id = ${accountId}`
  return {
    note: sql`
      select id::text, written_at as at, ${noDay}, jsonb_build_object('text', text, 'author', author_name,
        'version', version, 'editedBy', edited_by, 'editedAt', edited_at) as facts
      from note where ${mine} and removed_at is null`,
    touchpoint: sql`
      select t.id::text, t.happened_at as at, ${noDay}, jsonb_build_object('type', t.type, 'person', p.name,
        'text', t.note, 'nextOn', t.next_planned_on) as facts
      from (select * from touchpoint where ${mine}) t
      left join person p on p.workspace_id = t.workspace_id and p.id = t.person_id`,
    judgement: sql`
      select id::text, set_at as at, ${noDay},
        jsonb_build_object('value', value, 'reason', reason, 'author', author_name) as facts
      from health_override where ${mine}`,
    arr: sql`
      select id::text, ${noInstant}, effective_on as day, jsonb_build_object('movement', kind,
        'amountCents', amount_cents, 'currency', currency, 'source', source) as facts
      from arr_movement where ${mine}`,
    contract: sql`
      select c.id::text || ' ' || s.what as id, ${noInstant}, s.day, jsonb_build_object('what', s.what,
        'endsOn', c.ends_on, 'externalId', c.external_id) as facts
      from (select * from contract where ${mine}) c
      cross join lateral (values ('starts', c.starts_on), ('ended', c.ends_on + 1)) s(what, day)`,
    owner: ownerChanges(caller, accountId),
    import: sql`
      select r.id::text, coalesce(r.finished_at, r.started_at) as at, ${noDay}, jsonb_build_object('runId', r.id,
        'fileName', r.file_name, 'author', r.started_by, 'readings', s.readings) as facts
      from (select run_number, count(*)::int as readings from signal
        where ${mine} and run_number is not null group by run_number) s
      join sync_run r on r.workspace_id = ${caller.workspaceId} and r.number = s.run_number`,
  }
}

/** Each change of an owner names all its accounts; a change that was taken back tells what it put back. */
function ownerChanges(caller: Caller, accountId: string): SQL {
  return sql`
    with told as materialized (
      select id, business_at as at, actor_name, type, payload::jsonb as payload from event
      where workspace_id = ${caller.workspaceId} and type in ('accounts.owner_assigned', 'accounts.owner_restored')
        and payload::text like ${`%${accountId}%`}
    ), given as (
      select t.id, t.at, t.actor_name, b->>'ownerId' as was, t.payload->>'ownerId' as became
      from told t, jsonb_array_elements(t.payload->'before') b
      where t.type = 'accounts.owner_assigned' and b->>'accountId' = ${accountId}
    ), changed as (
      select * from given
      union all select t.id, t.at, t.actor_name, g.became, g.was
      from told t join given g on g.id::text = t.payload->>'eventId'
      where t.type = 'accounts.owner_restored' and t.payload->'accountIds' ? ${accountId}
    )
    select c.id::text, c.at, ${noDay}, jsonb_build_object('author', c.actor_name,
      'before', (select name from person where workspace_id = ${caller.workspaceId} and id::text = c.was),
      'after', (select name from person where workspace_id = ${caller.workspaceId} and id::text = c.became)) as facts
    from changed c`
}
