import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { ProfileContent } from "#lib/people/success-profile.ts"
import type { Db } from "../client.ts"

export type SuccessProfile = ProfileContent & {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly madeAt: Date
  /** True for the newest version of its name, the one in force. */
  readonly isInForce: boolean
  /** Accounts that it speaks of: customers that were given any version of it, or none and are of its segment. */
  readonly accounts: number
  /** True when these are all of the segment, so that the list of accounts shows exactly them. */
  readonly isWholeSegment: boolean
}

const mostVersions = 200

/** Success profiles by name, their newest versions first. */
export async function successProfiles(on: Db, caller: Caller): Promise<SuccessProfile[]> {
  const rows = await on.execute<Omit<SuccessProfile, "madeAt"> & { madeAt: string }>(sql`
    with of_segment as (
      select distinct on (segment) segment, name from success_profile
      where workspace_id = ${caller.workspaceId} and segment is not null
      order by segment, version desc, created_at desc
    ), spoken_of as (
      select coalesce(own.name, s.name) as name, own.name is null as by_segment, a.segment
      from account a
      left join success_profile own on own.workspace_id = a.workspace_id and own.id = a.success_profile_id
      left join of_segment s on s.segment = a.segment and a.success_profile_id is null
      where a.workspace_id = ${caller.workspaceId} and a.lifecycle_stage is distinct from 'churned'
    ), counted as (
      select name, count(*)::int as accounts, bool_and(by_segment) as by_segment from spoken_of
      where name is not null group by name
    )
    select p.id, p.name, p.version, p.segment, p.goals, p.skills, p.language, p.cadence_days as "cadenceDays",
      p.effort_hours_per_month::float8 as "effortHoursPerMonth", p.created_at::text as "madeAt",
      p.version = max(p.version) over (partition by p.name) as "isInForce",
      coalesce(c.accounts, 0) as accounts,
      coalesce(c.by_segment and not exists (select 1 from spoken_of o where o.segment = p.segment
        and o.name is distinct from p.name), false) as "isWholeSegment"
    from success_profile p left join counted c on c.name = p.name where p.workspace_id = ${caller.workspaceId}
    order by p.name, p.version desc limit ${mostVersions}`)
  return rows.map((row) => ({ ...row, madeAt: new Date(row.madeAt) }))
}
