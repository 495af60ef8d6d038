import { type SQL, sql } from "drizzle-orm"
import type { Caller, CallerDoor } from "#lib/access/caller.ts"
import { mostCounted } from "#lib/audit/audit-answer.ts"
import { type AuditQuery, placeOf } from "#lib/audit/audit-query.ts"
import { namedIds } from "#lib/audit/told-changes.ts"
import type { Db } from "../client.ts"

export type AuditRow = {
  /** Where the page behind this row begins. */
  readonly place: string
  readonly at: Date
  readonly type: string
  readonly who: string
  readonly via: CallerDoor
  readonly caseType: string
  readonly payload: unknown
  readonly account: { readonly slug: string; readonly name: string } | null
  /** Accounts that it concerns without naming one of them alone. */
  readonly accounts: number
}

type RawRow = Omit<AuditRow, "at" | "account" | "payload"> & {
  at: string
  payload: unknown
  slug: string | null
  name: string | null
}

type Asked = { readonly query: AuditQuery; readonly timeZone: string }

const contains = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** The facts that the filters leave. An account is meant by its slug or a part of its name. */
function matching(caller: Caller, { query, timeZone }: Asked): SQL {
  const named = sql`(select id from account where workspace_id = ${caller.workspaceId}
    and (slug = ${query.account ?? ""} or name ilike ${contains(query.account ?? "")}) order by id limit 200)`
  const conditions = [
    sql`e.workspace_id = ${caller.workspaceId}`,
    ...(query.who ? [sql`e.actor_name ilike ${contains(query.who)}`] : []),
    ...(query.what ? [sql`e.type = ${query.what}`] : []),
    ...(query.via ? [sql`e.via = ${query.via}`] : []),
    ...(query.from ? [sql`e.at >= ${query.from}::date::timestamp at time zone ${timeZone}`] : []),
    ...(query.to ? [sql`e.at < (${query.to}::date + 1)::timestamp at time zone ${timeZone}`] : []),
    ...(query.account
      ? [
          sql`(e.account_id in ${named} or case when json_typeof(e.payload->'accountIds') = 'array'
            then exists (select 1 from json_array_elements_text(e.payload->'accountIds') told(id)
              where told.id in (select id::text from account where id in ${named})) end)`,
        ]
      : []),
  ]
  return sql.join(conditions, sql` and `)
}

/** A page of the log, newest first, after the place that the query names. */
export async function auditRows(
  on: Db,
  caller: Caller,
  { query, timeZone, limit }: Asked & { limit: number },
): Promise<{ rows: AuditRow[]; next: string | null }> {
  const place = placeOf(query.before)
  const behind = place
    ? sql`and (e.at, e.seq) < (timestamptz 'epoch' + ${place.microseconds}::bigint * interval '1 microsecond',
        ${place.seq}::bigint)`
    : sql``
  const found = await on.execute<RawRow>(sql`
    select (extract(epoch from e.at) * 1000000)::bigint || '-' || e.seq as place, e.at::text, e.type,
      e.actor_name as who, e.via, e.case_type as "caseType", e.payload, a.slug, a.name,
      case when json_typeof(e.payload->'accountIds') = 'array'
        then json_array_length(e.payload->'accountIds') else 0 end as accounts
    from event e left join account a on a.workspace_id = e.workspace_id and a.id = e.account_id
    where ${matching(caller, { query, timeZone })} ${behind}
    order by e.at desc, e.seq desc limit ${limit + 1}`)
  const rows = found.slice(0, limit).map(({ at, slug, name, ...row }) => ({
    ...row,
    at: new Date(at),
    account: slug === null || name === null ? null : { slug, name },
  }))
  return { rows, next: found.length > limit ? (rows.at(-1)?.place ?? null) : null }
}

/** How many facts the filters leave; counting stops above the most that is said. */
export async function auditCount(on: Db, caller: Caller, asked: Asked): Promise<number> {
  const [row] = await on.execute<{ count: number }>(sql`
    select count(*)::int as count from (select 1 from event e where ${matching(caller, asked)}
      limit ${mostCounted + 1}) counted`)
  return row?.count ?? 0
}

/** Names of the people and teams that changes tell by id. */
export async function auditNames(
  on: Db,
  caller: Caller,
  { rows }: { rows: readonly AuditRow[] },
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ payload }) => namedIds(payload)))]
  if (ids.length === 0) return new Map()
  const wanted = sql`any (${`{${ids.join(",")}}`}::uuid[])`
  const found = await on.execute<{ id: string; name: string }>(sql`
    select id, name from person where workspace_id = ${caller.workspaceId} and id = ${wanted}
    union all select id, name from team where workspace_id = ${caller.workspaceId} and id = ${wanted}`)
  return new Map(found.map(({ id, name }) => [id, name]))
}
