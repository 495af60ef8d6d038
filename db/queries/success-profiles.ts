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
  /** Accounts that were given any version of it. */
  readonly accounts: number
}

const mostVersions = 200

/** Success profiles by name, their newest versions first. */
export async function successProfiles(on: Db, caller: Caller): Promise<SuccessProfile[]> {
  const rows = await on.execute<Omit<SuccessProfile, "madeAt"> & { madeAt: string }>(sql`
    select p.id, p.name, p.version, p.segment, p.goals, p.skills, p.language, p.cadence_days as "cadenceDays",
      p.effort_hours_per_month::float8 as "effortHoursPerMonth", p.created_at::text as "madeAt",
      p.version = max(p.version) over (partition by p.name) as "isInForce",
      (select count(*)::int from account a join success_profile own
          on own.workspace_id = a.workspace_id and own.id = a.success_profile_id
        where a.workspace_id = p.workspace_id and own.name = p.name) as accounts
    from success_profile p where p.workspace_id = ${caller.workspaceId}
    order by p.name, p.version desc limit ${mostVersions}`)
  return rows.map((row) => ({ ...row, madeAt: new Date(row.madeAt) }))
}
