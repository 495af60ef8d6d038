import { and, asc, eq, exists, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"
import { account } from "../schema/accounts.ts"
import { person } from "../schema/people.ts"

const mostOwners = 500

/** The people who own at least one account, by name. */
export async function ownerChoices(on: Db, caller: Caller): Promise<{ id: string; name: string }[]> {
  const owned = on
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.workspaceId, caller.workspaceId), eq(account.ownerId, person.id)))
  return on
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(and(eq(person.workspaceId, caller.workspaceId), exists(owned)))
    .orderBy(asc(person.name))
    .limit(mostOwners)
}

export type StaffMember = {
  readonly id: string
  readonly name: string
  readonly position: string
  readonly teamId: string | null
  readonly teamName: string | null
  readonly managerId: string | null
  readonly managerName: string | null
  readonly fte: number
  /** Accounts that the person owns. */
  readonly accounts: number
}

const mostStaff = 500

/** The people who work here on a day, by name. */
export async function staff(
  on: Db,
  caller: Caller,
  { today }: { today: string },
): Promise<readonly StaffMember[]> {
  return on.execute<StaffMember>(sql`
    select p.id, p.name, p.position, p.team_id as "teamId", t.name as "teamName", p.manager_id as "managerId",
      m.name as "managerName", p.fte::float8 as fte, coalesce(owned.accounts, 0)::int as accounts
    from person p
    left join team t on t.workspace_id = p.workspace_id and t.id = p.team_id
    left join person m on m.workspace_id = p.workspace_id and m.id = p.manager_id
    left join (select owner_id, count(*) as accounts from account where workspace_id = ${caller.workspaceId}
      group by owner_id) owned on owned.owner_id = p.id
    where p.workspace_id = ${caller.workspaceId} and (p.ended_on is null or p.ended_on >= ${today}::date)
    order by p.name, p.id limit ${mostStaff}`)
}

/** The teams that somebody can be put into, by name. */
export async function teamChoices(on: Db, caller: Caller): Promise<readonly { id: string; name: string }[]> {
  return on.execute<{ id: string; name: string }>(sql`
    select id, name from team where workspace_id = ${caller.workspaceId} order by name limit ${mostStaff}`)
}

const mostSkills = 60

export type SkillColumn = { readonly id: string; readonly name: string; readonly kind: string }
export type SkillLevelRow = { readonly personId: string; readonly skillId: string; readonly level: number }

/** The skills by kind and name, and the levels of the people who work here on a day. */
export async function skillLevels(
  on: Db,
  caller: Caller,
  { today }: { today: string },
): Promise<{ skills: readonly SkillColumn[]; levels: readonly SkillLevelRow[] }> {
  const skills = await on.execute<SkillColumn>(sql`
    select id, name, kind from skill where workspace_id = ${caller.workspaceId}
    order by kind, name limit ${mostSkills}`)
  const levels = await on.execute<SkillLevelRow>(sql`
    select k.person_id as "personId", k.skill_id as "skillId", k.level from person_skill k
    join person p on p.workspace_id = k.workspace_id and p.id = k.person_id
    where k.workspace_id = ${caller.workspaceId} and (p.ended_on is null or p.ended_on >= ${today}::date)`)
  return { skills, levels }
}
